namespace LocalIdentity.SingleSignOn;

/// <summary>The portal of IAM Identity Center, which issues the key of a role for an access token.</summary>
internal sealed class PortalEndpoint(KeyDesk desk, AccessTokens tokens, SettingsStore settings) : IEndpoint
{
    private const string TypePrefix = "com.amazonaws.switchboard.portal#";
    private static readonly string[] Inputs = ["role_name", "account_id"];

    public bool Handles(ApiRequest request) => request.Target.Segments is ["federation", "credentials"];

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request) =>
        (request.Target.Path, request.Target.Query.Where(p => Inputs.Contains(p.Key)).ToDictionary());

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        if (request.Method != "GET")
        {
            return Error(405, "MethodNotAllowedException", "Only GET is served here.", requestId);
        }

        var query = request.Target.Query;
        var token = request.Header("x-amz-sso_bearer_token");
        if (string.IsNullOrEmpty(token) || Inputs.FirstOrDefault(n => string.IsNullOrEmpty(query.GetValueOrDefault(n))) is not null)
        {
            return Error(400, "InvalidRequestException", "Invalid request", requestId);
        }

        if (!tokens.Accepts(token))
        {
            return Error(401, "UnauthorizedException", "Session token not found or invalid", requestId);
        }

        var roleName = query["role_name"];
        if (settings.Current.SsoRoles is { } roles && !roles.Contains(roleName))
        {
            return Error(403, "ForbiddenException", "No access", requestId);
        }

        var account = query["account_id"];
        var key = desk.Issue(
            account, $"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_{roleName}_0123456789abcdef/user@example.com");
        return IdentityReply.Json(
            200,
            json =>
            {
                json.WriteStartObject("roleCredentials");
                json.WriteString("accessKeyId", key.Key.AccessKeyId);
                json.WriteString("secretAccessKey", key.Key.SecretAccessKey);
                json.WriteString("sessionToken", key.Key.SessionToken);
                json.WriteNumber("expiration", new DateTimeOffset(key.Expiration).ToUnixTimeMilliseconds());
                json.WriteEndObject();
            },
            key.Key);
    }

    public IdentityReply Error(int status, string type, string message, string requestId) => IdentityReply.Json(status, json =>
    {
        json.WriteString("message", message);
        json.WriteString("__type", TypePrefix + type);
    }).WithErrorHeader(type);
}
