namespace LocalBedrock.Options;

/// <summary>An account with its long-term access key.</summary>
/// <param name="Id">The twelve digits of the account.</param>
internal sealed record ServiceAccount(string Id, string AccessKeyId, string SecretAccessKey)
{
    public static readonly ServiceAccount First = new("111122223333", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>The accounts and keys in AWS's documentation.</summary>
    public static readonly IReadOnlyList<ServiceAccount> Documented =
        [First, new("444455556666", "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")];
}
