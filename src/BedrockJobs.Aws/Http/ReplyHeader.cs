namespace BedrockJobs.Aws.Http;

/// <summary>Returns headers as received. The typed header is null for a value that .NET can't parse.</summary>
internal static class ReplyHeader
{
    public static string? Value(HttpResponseMessage reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
