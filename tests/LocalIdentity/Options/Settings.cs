using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace LocalIdentity.Options;

/// <summary>The settings that can be changed while the service runs. README.md describes each of them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Settings
{
    private static readonly string NewKey = CreateKey();

    public string Account { get; init; } = "444455556666";

    public string Region { get; init; } = "us-east-1";

    public TimeSpan? Lifetime { get; init; }

    public TimeSpan? ValidFor { get; init; }

    public string SessionTokenEnd { get; init; } = "";

    public TimeSpan Delay { get; init; }

    public IReadOnlyDictionary<string, TimeSpan> Delays { get; init; } = new Dictionary<string, TimeSpan>();

    public TimeSpan Skew { get; init; }

    public IReadOnlyDictionary<string, Failure> Failures { get; init; } = new Dictionary<string, Failure>();

    public IReadOnlyDictionary<string, RoleRule> Roles { get; init; } = new Dictionary<string, RoleRule>();

    public string WebIdentityToken { get; init; } = "web-identity-token-example";

    public string ContainerToken { get; init; } = "container-token-example";

    public string? InstanceRole { get; init; } = "trainer";

    public bool MetadataVersion1 { get; init; }

    public string SsoAccessToken { get; init; } = "sso-access-token-example";

    public IReadOnlyList<string>? SsoRoles { get; init; }

    public bool SsoRefused { get; init; }

    public string SsoRefreshToken { get; init; } = "sso-refresh-token-example";

    public string SsoClientId { get; init; } = "sso-client-id-example";

    public string SsoClientSecret { get; init; } = "sso-client-secret-example";

    public TimeSpan SsoTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    public bool SsoRefreshesOnce { get; init; }

    public string? SsoRefreshRefusedAs { get; init; }

    public string LoginRefreshToken { get; init; } = "login-refresh-token-example";

    public string LoginClientId { get; init; } = "arn:aws:signin:::devtools/same-device";

    public string LoginKey { get; init; } = NewKey;

    public TimeSpan LoginGrace { get; init; } = TimeSpan.FromMinutes(1);

    public string? LoginRefusedAs { get; init; }

    public string? ProxyAuthorization { get; init; }

    private static string CreateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportECPrivateKeyPem();
    }
}
