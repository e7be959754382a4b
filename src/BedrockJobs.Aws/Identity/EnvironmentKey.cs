using System.Globalization;
using Amazon.Runtime;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Identity;

/// <summary>The key of the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.</summary>
internal static class EnvironmentKey
{
    public const string Id = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY;
    public const string Secret = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY;

    /// <summary>Whether both parts of the key are there.</summary>
    public static bool IsSet => EnvironmentSetting.IsSet(Id) && EnvironmentSetting.IsSet(Secret);

    /// <summary>The key; null where there is none.</summary>
    /// <exception cref="BedrockRequestException">
    /// There is half a key. As in the AWS CLI that is a slip, and not somebody else's turn.
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
