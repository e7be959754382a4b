using System.Buffers;

namespace BedrockJobs.Aws.Http;

/// <summary>Reads a response body into memory, up to a maximum length.</summary>
/// <param name="longestSuccess">The maximum number of bytes in a success response. For an error it's 1 MB.</param>
internal sealed class ReplyReader(int longestSuccess)
{
    /// <summary>Longer than any AWS error and any response of a service that provides credentials.</summary>
    public const int LongestShortReply = 1024 * 1024;

    /// <summary>Many times the size of a page of 1,000 jobs, which is about 700 KB.</summary>
    public const int LongestPage = 64 * 1024 * 1024;

    // A larger content length isn't allocated in advance.
    private const int LongestFirstBuffer = 4 * 1024 * 1024;
    private const int FirstBufferOfUnknownLength = 64 * 1024;

    /// <summary>Reads the body and replaces the content of the response with it.</summary>
    /// <exception cref="LongReplyException">The body is too long.</exception>
    /// <exception cref="IOException">The connection was closed.</exception>
    public async Task BufferAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        var limit = reply.StatusCode < HttpStatusCode.BadRequest ? longestSuccess : LongestShortReply;
        var promised = reply.Content.Headers.ContentLength;
        RequireLength(promised ?? 0);

        // One extra byte detects the end of the body and a body that is too long.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(promised ?? FirstBufferOfUnknownLength, LongestFirstBuffer) + 1);
        var length = 0;
        var stream = await reply.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                length += count;
                RequireLength(length);
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(2 * length, limit + 1));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }

        var content = new BufferedContent(buffer, length);
        foreach (var (name, values) in reply.Content.Headers.NonValidated)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        reply.Content.Dispose();
        reply.Content = content;

        void RequireLength(long read)
        {
            if (read > limit)
            {
                throw new LongReplyException(reply.StatusCode, limit, RequestId(reply));
            }
        }
    }

    /// <summary>The AWS request ID; null if the response has none.</summary>
    public static string? RequestId(HttpResponseMessage reply) => Header(reply, "x-amzn-RequestId");

    /// <summary>A header as received. The typed header is null for a value that .NET can't parse.</summary>
    public static string? Header(HttpResponseMessage reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
