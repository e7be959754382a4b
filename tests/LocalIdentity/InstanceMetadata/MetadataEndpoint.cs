using System.Collections.Concurrent;

namespace LocalIdentity.InstanceMetadata;

/// <summary>
/// The metadata service of an EC2 instance. Unless the settings allow version 1, a session token is required. A path
/// can be before that of the service.
/// </summary>
internal sealed class MetadataEndpoint(KeyDesk desk, SettingsStore settings, TimeProvider realTime) : IEndpoint
{
    private const string LifetimeHeader = "x-aws-ec2-metadata-token-ttl-seconds";
    private const string TokenHeader = "x-aws-ec2-metadata-token";
    private const int LongestLifetime = 21600;
    private const string InstanceId = "i-0123456789abcdef0";

    private static readonly Dictionary<string, string> NoParameters = [];

    private readonly ConcurrentDictionary<string, DateTime> _tokens = [];

    public bool Handles(ApiRequest request) => request.Target.Segments is ["latest", ..] or ["imds", "latest", ..];

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request) =>
        (request.Target.Path, NoParameters);

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        var path = request.Target.Path.Replace("/imds/", "/", StringComparison.Ordinal);
        if (path == "/latest/api/token")
        {
            return request.Method == "PUT" ? StartSession(request) : Error(405, "Method Not Allowed");
        }

        if ((request.Header(TokenHeader) ?? (settings.Current.MetadataVersion1 ? null : string.Empty)) is { } token
            && (!_tokens.TryGetValue(token, out var end)
            || end <= realTime.GetUtcNow().UtcDateTime))
        {
            return Error(401, "Unauthorized");
        }

        return request.Method == "GET" ? Data(path) : Error(405, "Method Not Allowed");
    }

    public IdentityReply Error(int status, string type, string message, string requestId) => Error(status, type);

    private IdentityReply StartSession(ApiRequest request)
    {
        // The request came through a proxy, so it could be from another computer.
        if (request.Header("x-forwarded-for") is not null)
        {
            return Error(403, "Forbidden");
        }

        if (!int.TryParse(request.Header(LifetimeHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > LongestLifetime)
        {
            return Error(400, "Bad Request");
        }

        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"metadata {Guid.NewGuid()}"));
        _tokens[token] = realTime.GetUtcNow().UtcDateTime.AddSeconds(seconds);
        return IdentityReply.Text(200, token).WithHeader(LifetimeHeader, seconds.ToString(CultureInfo.InvariantCulture));
    }

    private IdentityReply Data(string path)
    {
        var current = settings.Current;
        const string Root = "/latest/meta-data/";
        return path.TrimEnd('/') switch
        {
            Root + "placement/region" => IdentityReply.Text(200, current.Region),
            Root + "placement/availability-zone" => IdentityReply.Text(200, $"{current.Region}a"),
            Root + "instance-id" => IdentityReply.Text(200, InstanceId),
            "/latest/dynamic/instance-identity/document" => IdentityReply.Json(200, json =>
            {
                json.WriteString("accountId", current.Account);
                json.WriteString("availabilityZone", $"{current.Region}a");
                json.WriteString("instanceId", InstanceId);
                json.WriteString("region", current.Region);
                json.WriteString("version", "2017-09-30");
            }),
            Root + "iam/info" when current.InstanceRole is { } role => IdentityReply.Json(200, json =>
            {
                json.WriteString("Code", "Success");
                json.WriteString("LastUpdated", Now());
                json.WriteString("InstanceProfileArn", $"arn:aws:iam::{current.Account}:instance-profile/{role}");
                json.WriteString("InstanceProfileId", "AIPAIOSFODNN7EXAMPLE");
            }),
            Root + "iam/security-credentials" when current.InstanceRole is { } role => IdentityReply.Text(200, role),
            { } asked when current.InstanceRole is { } role && asked == $"{Root}iam/security-credentials/{role}" =>
                Credentials(current.Account, role),
            _ => Error(404, "Not Found"),
        };
    }

    private IdentityReply Credentials(string account, string role)
    {
        var key = desk.Standing(account, $"arn:aws:sts::{account}:assumed-role/{role}/{InstanceId}");
        return IdentityReply.Json(
            200,
            json =>
            {
                json.WriteString("Code", "Success");
                json.WriteString("LastUpdated", Now());
                json.WriteString("Type", "AWS-HMAC");
                json.WriteString("AccessKeyId", key.Key.AccessKeyId);
                json.WriteString("SecretAccessKey", key.Key.SecretAccessKey);
                json.WriteString("Token", key.Key.SessionToken);
                json.WriteString("Expiration", key.ExpirationText);
            },
            key.Key);
    }

    private string Now() => realTime.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IdentityReply Error(int status, string title) => IdentityReply.Text(
        status, $"<html><head><title>{status} - {title}</title></head><body><h1>{status} - {title}</h1></body></html>", "text/html").WithErrorType(title);
}
