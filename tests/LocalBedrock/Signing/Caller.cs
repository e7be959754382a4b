namespace LocalBedrock.Signing;

/// <summary>Who sent a request, and for which region: what an authenticated request stands for.</summary>
internal sealed record Caller(string Account, string Region);
