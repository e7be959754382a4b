using System.Buffers;

namespace BedrockJobs.Aws.Http;

/// <summary>A response body in memory.</summary>
/// <remarks>
/// The reader returns the buffer, so that the next page can use it. Dispose doesn't return it: the AWS SDK disposes the
/// stream on another thread, while the buffer might still be in use.
/// </remarks>
internal sealed class BufferedReply(byte[] buffer, int length) : MemoryStream(buffer, 0, length, writable: false)
{
    private byte[]? _buffer = buffer;

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, (int)Length);

    /// <summary>Returns the buffer. The body can't be read afterwards.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

/// <summary>A response body that was read completely. Its stream is a <see cref="BufferedReply"/>.</summary>
internal sealed class BufferedContent(byte[] buffer, int length) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BufferedReply(buffer, length));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(buffer, 0, length);

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
