using System.Text.Json.Serialization;

namespace LocalIdentity.Options;

/// <summary>The error that an action replies with, whatever is asked of it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Failure
{
    public int Status { get; init; } = 500;

    public string ErrorType { get; init; } = "InternalFailure";

    public string Message { get; init; } = "A test asked for this failure.";

    /// <summary>Where the reply points to; null is nowhere.</summary>
    public string? Location { get; init; }
}
