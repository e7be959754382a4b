namespace BedrockJobs.Aws.Credentials;

/// <summary>The identity that signs requests, and its source.</summary>
/// <param name="Credentials">Null for a bearer token, which the SDK client reads from the environment.</param>
/// <param name="Source">The source of the credentials, for messages.</param>
/// <param name="Profile">The profile that provides the credentials; null for none.</param>
internal sealed record ChosenCredentials(AWSCredentials? Credentials, string Source, ProfileCredentials? Profile = null)
{
    /// <summary>
    /// Whether a new key might be available when this one has expired. A profile can get one from a sign-in, a program,
    /// or an edited file, and roles get new keys. A key that was passed or set directly doesn't change.
    /// </summary>
    public bool CanRenewKey =>
        Profile is not null || Credentials is not (null or GivenCredentials or EnvironmentVariablesAWSCredentials);
}
