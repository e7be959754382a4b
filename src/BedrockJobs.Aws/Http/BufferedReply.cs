using System;
using System.Buffers;
using System.IO;
using System.Threading;

namespace BedrockJobs.Aws.Http;

/// <summary>The body of a reply in memory.</summary>
/// <remarks>
/// Who has read the body in place gives the buffer back, for the next page. Disposing doesn't: the AWS SDK disposes from another
/// thread, while the buffer may still be read.
/// </remarks>
internal sealed class BufferedReply : MemoryStream
{
    private readonly int _length;
    private byte[]? _buffer;

    /// <param name="buffer">A rented buffer.</param>
    /// <param name="length">How much of it is the body.</param>
    public BufferedReply(byte[] buffer, int length)
        : base(buffer, 0, length, writable: false)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The whole body.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>Gives the buffer back. Nobody may read the body from then on.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
