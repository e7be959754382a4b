using System.Text.Json.Serialization;

namespace LocalBedrock.Admin;

/// <summary>The body of <c>POST /local/clock</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ClockMove(string? Now, TimeSpan? Advance, double? Speed, TimeSpan? Skew);
