namespace LocalBedrock.Options;

/// <summary>An account with its access key.</summary>
/// <param name="Id">The twelve digits of the account.</param>
/// <param name="SessionToken">The required X-Amz-Security-Token; null for a long-term key, which has none.</param>
internal sealed record ServiceAccount(string Id, string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The account and key pair in AWS's documentation.</summary>
    public static readonly ServiceAccount First =
        new("111122223333", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>The second account and key pair in AWS's documentation.</summary>
    public static readonly ServiceAccount Second =
        new("444455556666", "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");
}
