namespace BedrockJobs.Aws.Credentials;

/// <summary>The key in the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN.</summary>
internal static class EnvironmentKey
{
    public const string Id = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY;
    public const string Secret = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY;

    /// <summary>Whether both parts of the key are set.</summary>
    public static bool IsSet => EnvironmentSetting.IsSet(Id) && EnvironmentSetting.IsSet(Secret);

    /// <summary>The key; null for none.</summary>
    /// <exception cref="BedrockRequestException">
    /// Only half of the key is set. As in the AWS CLI, that is an error rather than a reason to use another identity.
    /// </exception>
    public static AWSCredentials? Find()
    {
        if (EnvironmentSetting.IsSet(Id) && !EnvironmentSetting.IsSet(Secret))
        {
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                SR.CredentialsSubject,
                string.Format(CultureInfo.CurrentCulture, SR.HalfKey, Id, Secret));
        }

        return IsSet ? new EnvironmentVariablesAWSCredentials() : null;
    }
}
