using System.Linq;
using System.Net.Http;

namespace BedrockJobs.Aws.Http;

/// <summary>Headers as they came: the typed header is null for a value that .NET can't read.</summary>
internal static class ReplyHeader
{
    public static string? Value(HttpResponseMessage reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
