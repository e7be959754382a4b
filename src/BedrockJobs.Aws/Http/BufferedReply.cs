using System.Buffers;

namespace BedrockJobs.Aws.Http;

/// <summary>A response body in memory.</summary>
/// <remarks>
/// The reader returns the buffer, so that the next page can use it. Dispose doesn't return it: the AWS SDK disposes the
/// stream on another thread, while the buffer might still be in use.
/// </remarks>
internal sealed class BufferedReply : MemoryStream
{
    private readonly int _length;
    private byte[]? _buffer;

    /// <param name="buffer">A rented buffer.</param>
    /// <param name="length">The length of the body in the buffer.</param>
    public BufferedReply(byte[] buffer, int length)
        : base(buffer, 0, length, writable: false)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The complete body.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>Returns the buffer. The body can't be read afterwards.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
