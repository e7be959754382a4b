using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace LocalBedrock.Http;

/// <summary>A request to the API, read to its end.</summary>
/// <param name="Headers">By lower-case name; several headers of one name are several values.</param>
internal sealed record ApiRequest(
    string Method,
    RequestTarget Target,
    IReadOnlyDictionary<string, string[]> Headers,
    ReadOnlyMemory<byte> Body)
{
    public static async Task<ApiRequest> ReadAsync(HttpRequest request, RequestTarget target)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return new ApiRequest(
            request.Method,
            target,
            request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.Select(v => v ?? "").ToArray()),
            body.ToArray());
    }

    /// <summary>The inputs that a fault script has the operation pass over.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>How many jobs of the page before a fault script has a listing repeat.</summary>
    public int Repeated { get; init; }

    /// <summary>The header's value, or null when it is missing.</summary>
    public string? Header(string name) =>
        Headers.TryGetValue(name, out string[]? values) ? string.Join(',', values) : null;
}
