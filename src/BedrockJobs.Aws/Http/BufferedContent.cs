using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace BedrockJobs.Aws.Http;

/// <summary>A body that has been read. Its stream is a <see cref="BufferedReply"/>.</summary>
internal sealed class BufferedContent : HttpContent
{
    private readonly byte[] _buffer;
    private readonly int _length;

    /// <param name="buffer">A rented buffer, which the stream's reader may give back.</param>
    /// <param name="length">How much of it is the body.</param>
    public BufferedContent(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult<Stream>(new BufferedReply(_buffer, _length));

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_buffer, 0, _length);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
