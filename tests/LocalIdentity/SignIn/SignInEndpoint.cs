using System.Text.Json;

namespace LocalIdentity.SignIn;

/// <summary>The operation CreateOAuth2Token of AWS Sign-In, for refresh tokens.</summary>
internal sealed class SignInEndpoint(RefreshTokens tokens, SettingsStore settings, TimeProvider realTime) : IEndpoint
{
    private const string AccessDenied = "AccessDeniedException";
    private const string RefreshGrant = "refresh_token";
    private static readonly string[] Logged = ["clientId", "grantType"];

    // The statuses of the errors in the service model.
    private static readonly Dictionary<string, int> Refusals = new()
    {
        ["TOKEN_EXPIRED"] = 401,
        ["USER_CREDENTIALS_CHANGED"] = 403,
        ["INSUFFICIENT_PERMISSIONS"] = 403,
    };

    private readonly DpopProof _proof = new();

    public bool Handles(ApiRequest request) => request.Target.Segments is ["v1", "token"];

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request) =>
        (request.Target.Path, InputOf(request).Where(p => Logged.Contains(p.Key)).ToDictionary());

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        var current = settings.Current;
        var input = InputOf(request);
        if (request.Method != "POST"
            || input.GetValueOrDefault("clientId") != current.LoginClientId
            || input.GetValueOrDefault("grantType") != RefreshGrant
            || !input.TryGetValue("refreshToken", out var token))
        {
            return Error(400, "ValidationException", "The client, the grant type, or the refresh token is missing or unknown.", requestId);
        }

        var address = $"{request.Header("host")}{request.Target.Path}";
        if (_proof.FaultOf(request.Header("dpop"), address, current.LoginKey, realTime.GetUtcNow() + current.Skew) is { } fault)
        {
            return Error(400, "ValidationException", fault, requestId);
        }

        if (current.LoginRefusedAs is { } error)
        {
            return Refuse(error);
        }

        if (tokens.Use(token) is not { } renewal)
        {
            return Refuse("TOKEN_EXPIRED");
        }

        var key = renewal.Key.Key;
        return IdentityReply.Json(
            200,
            json =>
            {
                json.WriteStartObject("accessToken");
                json.WriteString("accessKeyId", key.AccessKeyId);
                json.WriteString("secretAccessKey", key.SecretAccessKey);
                json.WriteString("sessionToken", key.SessionToken);
                json.WriteEndObject();
                json.WriteString("tokenType", "aws_sigv4");
                json.WriteNumber("expiresIn", Math.Max(1, (int)(renewal.Key.Expiration - realTime.GetUtcNow().UtcDateTime).TotalSeconds));
                json.WriteString("refreshToken", renewal.RefreshToken);
            },
            key);
    }

    public IdentityReply Error(int status, string type, string message, string requestId) =>
        Reply(status, type, status < 500 ? "INVALID_REQUEST" : "server_error", message);

    private static IdentityReply Refuse(string error) =>
        Reply(Refusals.GetValueOrDefault(error, 403), AccessDenied, error, "The refresh token can't be used.");

    private static IdentityReply Reply(int status, string type, string error, string message) => IdentityReply.Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("message", message);
    }).WithErrorHeader(type);

    /// <returns>The text members; empty if the body isn't a JSON object.</returns>
    private static Dictionary<string, string> InputOf(ApiRequest request)
    {
        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return body.RootElement.EnumerateObject()
                .Where(m => m.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(m => m.Name, m => m.Value.GetString()!);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
