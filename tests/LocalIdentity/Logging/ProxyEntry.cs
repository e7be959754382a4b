namespace LocalIdentity.Logging;

/// <summary>One request to the proxy.</summary>
/// <param name="Target">A URL, or the host and port of a tunnel.</param>
/// <param name="Status">The status that the proxy itself returned; null if it passed on another response.</param>
internal sealed record ProxyEntry(DateTime Time, string Method, string Target, string? UserAgent, int? Status);
