using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>The identity to sign as, and where it came from.</summary>
/// <param name="Credentials">Null for a bearer token, which the SDK's client takes from the environment by itself.</param>
/// <param name="Source">Where they came from, in the user's words.</param>
/// <param name="Profile">The profile that they came from; null for none.</param>
internal sealed record ChosenCredentials(AWSCredentials? Credentials, string Source, ProfileCredentials? Profile = null)
{
    /// <summary>
    /// Whether there may be another key when this one has expired: a login, a program or an edited file gives a profile
    /// one, and roles are handed new keys. What was passed or set as it is stays as it is.
    /// </summary>
    public bool CanRenewKey =>
        Profile is not null || Credentials is not (null or GivenCredentials or EnvironmentVariablesAWSCredentials);
}
