namespace BedrockJobs.Aws.Http;

/// <summary>A response body that was read completely. Its stream is a <see cref="BufferedReply"/>.</summary>
internal sealed class BufferedContent : HttpContent
{
    private readonly byte[] _buffer;
    private readonly int _length;

    /// <param name="buffer">A rented buffer, which the reader of the stream can return.</param>
    /// <param name="length">The length of the body in the buffer.</param>
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
