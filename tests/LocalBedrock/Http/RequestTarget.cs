using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LocalBedrock.Http;

/// <summary>
/// The request target as it came over the wire. The server's own idea of the path won't do: it decodes
/// <c>%3A</c> and leaves <c>%2F</c>, whereas an ARN in a path must be cut out before anything is decoded, and a
/// signature is made over what was sent.
/// </summary>
internal sealed class RequestTarget
{
    /// <param name="raw">The target as it was sent.</param>
    /// <param name="prefixes">The paths below which the API is served, as they are sent; none is the root.</param>
    public RequestTarget(string raw, IReadOnlyList<string>? prefixes = null)
    {
        int question = raw.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? raw : raw[..question];
        RawQuery = question < 0 ? "" : raw[(question + 1)..];
        Segments = [.. Path.Split('/').Skip(1).Select(Decoded)];
        ApiSegments = prefixes is not { Count: > 0 } ? Segments
            : prefixes.FirstOrDefault(p => Path.StartsWith(p + "/", StringComparison.Ordinal)) is { } prefix
                ? [.. Segments.Skip(prefix.Count(c => c == '/'))]
                : null;

        // A literal plus is a space, as in every form: a client that sends a token's plus as it is loses it.
        Parameters = [.. RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParameterOf)];
        foreach ((byte[] name, byte[] value) in Parameters)
            Query.TryAdd(Text(name), Text(value));
    }

    /// <summary>Still encoded.</summary>
    public string Path { get; }

    /// <summary>Still encoded, without the question mark.</summary>
    public string RawQuery { get; }

    /// <summary>The path's parts, each decoded.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Those below the path at which the API is served; null where the request is not below it.</summary>
    public IReadOnlyList<string>? ApiSegments { get; }

    /// <summary>Decoded names and values in the order of sending; bytes, since nothing promises that they are UTF-8.</summary>
    public IReadOnlyList<(byte[] Name, byte[] Value)> Parameters { get; }

    /// <summary>The parameters as text; of a name sent twice the first counts.</summary>
    public Dictionary<string, string> Query { get; } = [];

    private static (byte[] Name, byte[] Value) ParameterOf(string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? parameter : parameter[..equals];
        string value = equals < 0 ? "" : parameter[(equals + 1)..];
        return (PercentEncoding.Decode(name, plusIsSpace: true), PercentEncoding.Decode(value, plusIsSpace: true));
    }

    private static string Decoded(string segment) => Text(PercentEncoding.Decode(segment, plusIsSpace: false));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
