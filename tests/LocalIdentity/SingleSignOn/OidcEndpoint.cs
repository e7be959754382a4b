using System.Text.Json;

namespace LocalIdentity.SingleSignOn;

/// <summary>The part of the OpenID Connect service of IAM Identity Center that refreshes an access token.</summary>
internal sealed class OidcEndpoint(AccessTokens tokens, SettingsStore settings) : IEndpoint
{
    private const string RefreshGrant = "refresh_token";
    private static readonly string[] Required = ["clientId", "clientSecret", "grantType"];
    private static readonly string[] Logged = ["clientId", "grantType"];

    // The OAuth names of AWS's errors.
    private static readonly Dictionary<string, (string Error, string Description)> Errors = new()
    {
        ["ExpiredTokenException"] = ("expired_token", "Refresh token expired"),
        ["InvalidClientException"] = ("invalid_client", "Invalid client credentials provided"),
        ["InvalidGrantException"] = ("invalid_grant", "Invalid refresh token provided"),
        ["InvalidRequestException"] = ("invalid_request", "Invalid request"),
        ["UnsupportedGrantTypeException"] = ("unsupported_grant_type", "Only the grant type refresh_token is served here"),
    };

    public bool Handles(ApiRequest request) => request.Target.Segments is ["token"];

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request)
    {
        var input = InputOf(request) ?? [];
        return (request.Target.Path, input.Where(p => Logged.Contains(p.Key)).ToDictionary());
    }

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        var current = settings.Current;
        var input = request.Method == "POST" ? InputOf(request) : null;
        if (input is null || Required.Any(n => !input.ContainsKey(n)))
        {
            return Refuse("InvalidRequestException");
        }

        if (input["clientId"] != current.SsoClientId || input["clientSecret"] != current.SsoClientSecret)
        {
            return Refuse("InvalidClientException", status: 401);
        }

        if (input["grantType"] != RefreshGrant)
        {
            return Refuse("UnsupportedGrantTypeException");
        }

        if (!input.TryGetValue("refreshToken", out var refreshToken))
        {
            return Refuse("InvalidRequestException");
        }

        if (current.SsoRefreshRefusedAs is { } type)
        {
            return Refuse(type);
        }

        if (tokens.Refresh(refreshToken) is not var (access, next))
        {
            return Refuse("InvalidGrantException");
        }

        return IdentityReply.Json(200, json =>
        {
            json.WriteString("accessToken", access);
            json.WriteNumber("expiresIn", (int)current.SsoTokenLifetime.TotalSeconds);
            json.WriteString("refreshToken", next);
            json.WriteString("tokenType", "Bearer");
        });
    }

    public IdentityReply Error(int status, string type, string message, string requestId) =>
        Reply(status, type, Errors.TryGetValue(type, out (string Error, string) known) ? known.Error : "server_error", message);

    private static IdentityReply Refuse(string type, int status = 400)
    {
        (var error, var description) = Errors.GetValueOrDefault(type, ("invalid_request", type));
        return Reply(status, type, error, description);
    }

    private static IdentityReply Reply(int status, string type, string error, string description) => IdentityReply.Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("error_description", description);
    }).WithErrorHeader(type);

    /// <returns>The text members; null if the body isn't a JSON object.</returns>
    private static Dictionary<string, string>? InputOf(ApiRequest request)
    {
        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return body.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : body.RootElement.EnumerateObject()
                    .Where(m => m.Value.ValueKind == JsonValueKind.String)
                    .ToDictionary(m => m.Name, m => m.Value.GetString()!);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
