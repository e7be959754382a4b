using System;
using System.Linq;
using LocalBedrock.Http;
using LocalBedrock.Options;

namespace LocalBedrock.Signing;

/// <summary>Finds out who sent a request, by its signature or by its API key.</summary>
internal sealed class Authenticator(ServerOptions options, SignatureClock clock)
{
    private const string BearerPrefix = "Bearer ";

    private readonly SignatureVerifier _signatures = new(
        "bedrock", options.Regions, new KeyRing(options.Accounts, options.KeyIssuer), clock, options.MaxSkew);

    /// <exception cref="ServiceException">The request isn't signed, or not rightly.</exception>
    public Caller Authenticate(ApiRequest request)
    {
        string? authorization = request.Header("authorization");
        if (authorization is not null && authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateBearer(authorization[BearerPrefix.Length..].Trim());

        (SigningKey key, Credential credential) = _signatures.Verify(request);

        // A temporary key may be of any account.
        return options.Accounts.Any(a => a.Id == key.Account)
            ? new Caller(key.Account, credential.Region)
            : throw SignatureVerifier.UnknownToken();
    }

    // A bearer key says nothing of a region, and here the host doesn't either.
    private Caller AuthenticateBearer(string key) =>
        options.BearerKey is not null && Signature.Equal(options.BearerKey, key)
            ? new Caller(options.Accounts[0].Id, options.Regions[0])
            : throw new ServiceException(
                ErrorTypes.AccessDenied, "Authentication failed: Please make sure your API Key is valid.");
}
