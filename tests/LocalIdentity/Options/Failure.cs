using System.Text.Json.Serialization;

namespace LocalIdentity.Options;

/// <summary>The error that an action returns for every request.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Failure
{
    public int Status { get; init; } = 500;

    public string ErrorType { get; init; } = "InternalFailure";

    public string Message { get; init; } = "A test asked for this failure.";

    /// <summary>The target of a redirect; null for none.</summary>
    public string? Location { get; init; }
}
