namespace LocalBedrock.Signing;

/// <summary>The sender of an authenticated request, and the region of the request.</summary>
internal sealed record Caller(string Account, string Region);
