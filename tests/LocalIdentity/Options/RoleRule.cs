using System.Text.Json.Serialization;

namespace LocalIdentity.Options;

/// <summary>The requirements for assuming a role.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RoleRule
{
    /// <summary>The role can't be assumed.</summary>
    public bool Denied { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device; null if none is required.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The code of the device, which never changes.</summary>
    public string MfaCode { get; init; } = "123456";
}
