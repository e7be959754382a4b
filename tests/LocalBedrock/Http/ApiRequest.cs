using System;
using System.Collections.Generic;

namespace LocalBedrock.Http;

/// <summary>A request to the API, read to its end.</summary>
/// <param name="Headers">By lower-case name; several headers of one name are several values.</param>
internal sealed record ApiRequest(
    string Method,
    RequestTarget Target,
    IReadOnlyDictionary<string, string[]> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The header's value, or null when it is missing.</summary>
    public string? Header(string name) =>
        Headers.TryGetValue(name, out string[]? values) ? string.Join(',', values) : null;
}
