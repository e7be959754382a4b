namespace LocalBedrock.Http;

/// <summary>
/// The request target as it was sent. The path of the server isn't suitable: it decodes
/// <c>%3A</c> but not <c>%2F</c>. An ARN in a path must be extracted before anything is decoded, and a
/// signature covers what was sent.
/// </summary>
internal sealed class RequestTarget
{
    /// <param name="raw">The target as it was sent.</param>
    /// <param name="prefixes">The encoded paths below which the API is served; none means the root.</param>
    public RequestTarget(string raw, IReadOnlyList<string>? prefixes = null)
    {
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? raw : raw[..question];
        RawQuery = question < 0 ? "" : raw[(question + 1)..];
        Segments = [.. Path.Split('/').Skip(1).Select(Decoded)];
        ApiSegments = prefixes is not { Count: > 0 } ? Segments
            : prefixes.FirstOrDefault(p => Path.StartsWith(p + "/", StringComparison.Ordinal)) is { } prefix
                ? [.. Segments.Skip(prefix.Count(c => c == '/'))]
                : null;

        // A literal plus sign is a space, as in every form. A client that doesn't encode the plus sign of a token loses it.
        Parameters = [.. RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParameterOf)];
        foreach ((var name, var value) in Parameters)
        {
            Query.TryAdd(Text(name), Text(value));
        }
    }

    /// <summary>The encoded path.</summary>
    public string Path { get; }

    /// <summary>The encoded query, without the question mark.</summary>
    public string RawQuery { get; }

    /// <summary>The decoded parts of the path.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The parts below the path at which the API is served; null if the request isn't below it.</summary>
    public IReadOnlyList<string>? ApiSegments { get; }

    /// <summary>The decoded names and values in order. They are bytes, because they might not be UTF-8.</summary>
    public IReadOnlyList<(byte[] Name, byte[] Value)> Parameters { get; }

    /// <summary>The parameters as text. If a name occurs twice, the first value is used.</summary>
    public Dictionary<string, string> Query { get; } = [];

    private static (byte[] Name, byte[] Value) ParameterOf(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        var value = equals < 0 ? "" : parameter[(equals + 1)..];
        return (PercentEncoding.Decode(name, plusIsSpace: true), PercentEncoding.Decode(value, plusIsSpace: true));
    }

    private static string Decoded(string segment) => Text(PercentEncoding.Decode(segment, plusIsSpace: false));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
