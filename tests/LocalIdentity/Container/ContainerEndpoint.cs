namespace LocalIdentity.Container;

/// <summary>The endpoint from which a container in ECS or EKS gets the key of its role.</summary>
internal sealed class ContainerEndpoint(KeyDesk desk, SettingsStore settings) : IEndpoint
{
    private static readonly Dictionary<string, string> NoParameters = [];

    public bool Handles(ApiRequest request) =>
        request.Target.Segments is ["container", ..] or ["v1" or "v2", "credentials", ..];

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request) =>
        (request.Target.Path, NoParameters);

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        if (request.Method != "GET")
        {
            return Error(405, "MethodNotAllowed", "Only GET is served here.", requestId);
        }

        if (request.Header("authorization") is not { } authorization)
        {
            return Error(401, "Unauthorized", "The request has no Authorization header.", requestId);
        }

        if (!Signature.Equal(settings.Current.ContainerToken, authorization))
        {
            return Error(403, "AccessDeniedException", "The authorization token is not the container's.", requestId);
        }

        var account = settings.Current.Account;
        var key = desk.Standing(account, $"arn:aws:sts::{account}:assumed-role/trainer/container");
        return IdentityReply.Json(
            200,
            json =>
            {
                json.WriteString("RoleArn", $"arn:aws:iam::{account}:role/trainer");
                json.WriteString("AccessKeyId", key.Key.AccessKeyId);
                json.WriteString("SecretAccessKey", key.Key.SecretAccessKey);
                json.WriteString("Token", key.Key.SessionToken);
                json.WriteString("AccountId", account);
                json.WriteString("Expiration", key.ExpirationText);
            },
            key.Key);
    }

    public IdentityReply Error(int status, string type, string message, string requestId) => IdentityReply.Json(status, json =>
    {
        json.WriteString("code", type);
        json.WriteString("message", message);
    }).WithErrorType(type);
}
