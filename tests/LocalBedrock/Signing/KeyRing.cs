namespace LocalBedrock.Signing;

/// <summary>The keys that can sign a request.</summary>
/// <param name="issuerSecret">Null to accept no temporary keys.</param>
internal sealed class KeyRing(IReadOnlyList<ServiceAccount> accounts, string? issuerSecret)
{
    private readonly TemporaryKeys? _issued = issuerSecret is null ? null : new TemporaryKeys(issuerSecret);

    /// <param name="sessionToken">Empty if the request has none.</param>
    /// <returns>Null if the key doesn't exist or the token belongs to another key.</returns>
    public SigningKey? Find(string accessKeyId, string sessionToken)
    {
        if (accounts.FirstOrDefault(a => a.AccessKeyId == accessKeyId) is { } account)
        {
            return sessionToken.Length == 0
                ? new SigningKey(account.Id, $"arn:aws:iam::{account.Id}:user/example", accessKeyId, account.SecretAccessKey, null)
                : null;
        }

        return _issued?.Find(accessKeyId, sessionToken) is { } key
            ? new SigningKey(key.Account, key.Principal, accessKeyId, key.SecretAccessKey, key.Expires)
            : null;
    }
}
