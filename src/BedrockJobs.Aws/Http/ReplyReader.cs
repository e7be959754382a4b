using System.Buffers;

namespace BedrockJobs.Aws.Http;

/// <summary>Reads a response body into memory, up to a maximum length.</summary>
internal sealed class ReplyReader
{
    /// <summary>Longer than any AWS error and any response of a service that provides credentials.</summary>
    public const int LongestShortReply = 1024 * 1024;

    /// <summary>Many times the size of a page of 1,000 jobs, which is about 700 KB.</summary>
    public const int LongestPage = 64 * 1024 * 1024;

    // A larger content length isn't allocated in advance.
    private const int LongestFirstBuffer = 4 * 1024 * 1024;

    private const int FirstBufferOfUnknownLength = 64 * 1024;

    private readonly int _longestSuccess;

    /// <param name="longestSuccess">The maximum number of bytes in a success response. For an error it's 1 MB.</param>
    public ReplyReader(int longestSuccess)
    {
        _longestSuccess = longestSuccess;
    }

    /// <summary>Reads the body and replaces the content of the response with it.</summary>
    /// <exception cref="LongReplyException">The body is too long.</exception>
    /// <exception cref="IOException">The connection was closed.</exception>
    public async Task BufferAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        var (limit, buffer) = Prepare(reply);
        var stream = await reply.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var length = 0;
            while (await stream.ReadAsync(Free(ref buffer, length, limit), cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                length = Add(reply, length, count, limit);
            }

            Replace(reply, buffer, length);
        }
    }

    /// <inheritdoc cref="BufferAsync"/>
    public void Buffer(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        var (limit, buffer) = Prepare(reply);
        using var stream = reply.Content.ReadAsStream(cancellationToken);
        var length = 0;
        while (stream.Read(Free(ref buffer, length, limit).Span) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length = Add(reply, length, count, limit);
        }

        Replace(reply, buffer, length);
    }

    // One extra byte detects the end of the body and a body that is too long.
    private (int Limit, byte[] Buffer) Prepare(HttpResponseMessage reply)
    {
        var limit = reply.StatusCode < HttpStatusCode.BadRequest ? _longestSuccess : LongestShortReply;
        var promised = reply.Content.Headers.ContentLength;
        if (promised > limit)
        {
            throw new LongReplyException(reply.StatusCode, limit, RequestId(reply));
        }

        return (limit, ArrayPool<byte>.Shared.Rent((int)Math.Min(promised ?? FirstBufferOfUnknownLength, LongestFirstBuffer) + 1));
    }

    private static Memory<byte> Free(ref byte[] buffer, int length, int limit)
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(2 * length, limit + 1));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }

    private static int Add(HttpResponseMessage reply, int length, int count, int limit) => length + count <= limit
        ? length + count
        : throw new LongReplyException(reply.StatusCode, limit, RequestId(reply));

    private static void Replace(HttpResponseMessage reply, byte[] buffer, int length)
    {
        var content = new BufferedContent(buffer, length);
        foreach (var (name, values) in reply.Content.Headers.NonValidated)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        reply.Content.Dispose();
        reply.Content = content;
    }

    /// <summary>The AWS request ID; null if the response has none.</summary>
    public static string? RequestId(HttpResponseMessage reply) => ReplyHeader.Value(reply, "x-amzn-RequestId");
}
