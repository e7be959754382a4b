using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LocalBedrock.Http;

/// <summary>Writes bytes directly to the connection, without the HTTP formatting of the server.</summary>
internal static class RawSender
{
    // The client must receive the bytes before a reset discards them.
    private static readonly TimeSpan BeforeReset = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan ForClosing = TimeSpan.FromSeconds(1);

    /// <param name="fault">Specifies how the bytes are sent and how the connection ends.</param>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, FaultScript fault, CancellationToken clientGone)
    {
        var output = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        var bodyStart = RawBytes.BodyStart(bytes.Span);
        await output.WriteAsync(bytes[..bodyStart], clientGone);
        await WriteBodyAsync(output, bytes[bodyStart..], fault, clientGone);
        switch (fault.Connection)
        {
            case FaultScript.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, clientGone);
                break;
            case FaultScript.Reset:
                await Task.Delay(BeforeReset, clientGone);
                break;
            default:
                await output.CompleteAsync();
                await Task.WhenAny(Task.Delay(ForClosing, clientGone));
                break;
        }

        context.Abort();
    }

    private static async Task WriteBodyAsync(PipeWriter output, ReadOnlyMemory<byte> body, FaultScript fault, CancellationToken clientGone)
    {
        do
        {
            clientGone.ThrowIfCancellationRequested();
            if (fault.BytePause == TimeSpan.Zero)
            {
                await output.WriteAsync(body, clientGone);
                continue;
            }

            for (var i = 0; i < body.Length; i++)
            {
                await output.WriteAsync(body.Slice(i, 1), clientGone);
                await Task.Delay(fault.BytePause, clientGone);
            }
        }
        while (fault.Connection == FaultScript.Endless);
    }
}
