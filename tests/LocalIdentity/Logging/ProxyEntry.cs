using System;

namespace LocalIdentity.Logging;

/// <summary>One request to the proxy.</summary>
/// <param name="Target">A URL, or of a tunnel the host and port.</param>
/// <param name="Status">What the proxy itself replied; null when it passed on another's reply.</param>
internal sealed record ProxyEntry(DateTime Time, string Method, string Target, string? UserAgent, int? Status);
