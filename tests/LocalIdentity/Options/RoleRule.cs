using System.Text.Json.Serialization;

namespace LocalIdentity.Options;

/// <summary>What whoever assumes a role must bring along.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RoleRule
{
    /// <summary>Nobody may assume the role.</summary>
    public bool Denied { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device; null when none is needed.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The code that the device shows, all the time.</summary>
    public string MfaCode { get; init; } = "123456";
}
