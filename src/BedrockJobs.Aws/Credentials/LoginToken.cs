using System.Text.Json.Nodes;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace BedrockJobs.Aws.Credentials;

/// <summary>What aws login saves: a key, and what is required to renew it.</summary>
internal sealed class LoginToken : SavedToken
{
    public LoginToken(JsonObject members)
        : base(members, "refreshToken", "clientId", "dpopKey")
    {
        var key = members["accessToken"] as JsonObject;
        if (key is null)
        {
            Missing = "accessToken";
        }

        Key = Text(key, "accessKeyId") is { } id && Text(key, "secretAccessKey") is { } secret
            ? new ImmutableCredentials(id, secret, Text(key, "sessionToken"))
            : null;
        Expiration = Time(key, "expiresAt");
        ClientId = Text(members, "clientId");
        ProofKey = Text(members, "dpopKey");
        SignInRegion = Text(members, "signInRegion");
    }

    public override string? Id => Key?.AccessKey;

    public override DateTime Expiration { get; }

    public ImmutableCredentials? Key { get; }

    public string? ClientId { get; }

    /// <summary>The private key that proves that the refresh token isn't stolen, in PEM format.</summary>
    public string? ProofKey { get; }

    public string? SignInRegion { get; }

    /// <summary>The token with the key of a response. Unknown members stay as they are.</summary>
    /// <returns>Null if the response contains no key.</returns>
    public LoginToken? With(JsonObject reply)
    {
        if (reply["accessToken"] is not JsonObject key
            || Text(key, "accessKeyId") is null
            || Text(key, "secretAccessKey") is null
            || Text(reply, "refreshToken") is not { } refreshToken
            || (reply["expiresIn"] as JsonValue)?.TryGetValue<double>(out var seconds) != true
            || !(seconds is > 0 and < int.MaxValue))
        {
            return null;
        }

        var members = Copy();
        var held = members["accessToken"]!.AsObject();
        foreach (var name in (string[])["accessKeyId", "secretAccessKey", "sessionToken"])
        {
            held[name] = Text(key, name);
        }

        held["expiresAt"] = TimeIn(seconds);
        members["refreshToken"] = refreshToken;
        return new LoginToken(members);
    }
}
