namespace LocalBedrock.Http;

/// <summary>A complete request to the API.</summary>
/// <param name="Headers">By name in lower case. Several headers with one name are several values.</param>
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

    /// <summary>The inputs that a fault script makes the operation ignore.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The number of jobs of the previous page that a fault script makes a listing repeat.</summary>
    public int Repeated { get; init; }

    /// <summary>The value of the header, or null if it is missing.</summary>
    public string? Header(string name) =>
        Headers.TryGetValue(name, out var values) ? string.Join(',', values) : null;
}
