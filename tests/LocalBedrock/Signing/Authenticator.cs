namespace LocalBedrock.Signing;

/// <summary>Finds the sender of a request by its signature or API key.</summary>
internal sealed class Authenticator(ServerOptions options, SignatureClock clock)
{
    private const string BearerPrefix = "Bearer ";

    private readonly SignatureVerifier _signatures = new(
        "bedrock", options.Regions, new KeyRing(options.Accounts, options.KeyIssuer), clock);

    /// <exception cref="ServiceException">The request isn't signed, or the signature isn't valid.</exception>
    public Caller Authenticate(ApiRequest request)
    {
        var authorization = request.Header("authorization");
        if (authorization is not null && authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateBearer(authorization[BearerPrefix.Length..].Trim());
        }

        (var key, var credential) = _signatures.Verify(request);

        // A temporary key can belong to any account.
        return options.Accounts.Any(a => a.Id == key.Account)
            ? new Caller(key.Account, credential.Region)
            : throw SignatureVerifier.UnknownToken();
    }

    // An API key contains no region, and neither does the host name here.
    private Caller AuthenticateBearer(string key) =>
        options.BearerKey is not null && Signature.Equal(options.BearerKey, key)
            ? new Caller(options.Accounts[0].Id, options.Regions[0])
            : throw new ServiceException(
                ErrorTypes.AccessDenied, "Authentication failed: Please make sure your API Key is valid.");
}
