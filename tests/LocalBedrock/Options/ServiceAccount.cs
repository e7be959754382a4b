namespace LocalBedrock.Options;

/// <summary>An account together with the one access key that it is known by.</summary>
/// <param name="Id">The twelve digits of the account.</param>
/// <param name="SessionToken">What X-Amz-Security-Token must be; null for a long-lived key, which has none.</param>
internal sealed record ServiceAccount(string Id, string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The account of AWS's documentation with the key pair of AWS's documentation.</summary>
    public static readonly ServiceAccount First =
        new("111122223333", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>The documentation's other account and key pair.</summary>
    public static readonly ServiceAccount Second =
        new("444455556666", "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");
}
