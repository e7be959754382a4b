namespace LocalBedrock.Http;

/// <summary>Sends a response, or breaks the connection as a fault script specifies, and logs the result.</summary>
internal sealed class ReplySender(Log<LogEntry> log, SignatureClock signatureClock, TimeProvider realTime)
{
    /// <param name="reply">Null for a fault without a response.</param>
    /// <param name="fault">Null if no fault applies to the request.</param>
    /// <param name="started">The timestamp at which the request arrived.</param>
    public async Task SendAsync(
        HttpContext context, LogEntry entry, ApiReply? reply, FaultScript? fault, TimeSpan delay, long started)
    {
        var clientGone = context.RequestAborted;
        try
        {
            await Task.Delay(delay, realTime, clientGone);
            if (fault is { IsSilent: true, Connection: FaultScript.Stall })
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, realTime, clientGone);
            }

            entry = entry with
            {
                Status = fault?.Raw is null ? reply?.Status : null,
                ErrorType = reply?.ErrorType,
                Items = reply?.Items,
                Milliseconds = realTime.GetElapsedTime(started).TotalMilliseconds,
            };
            log.Update(entry.Number, entry);

            if (reply is null)
            {
                context.Abort();
            }
            else if (reply.Raw is { } raw)
            {
                await RawSender.SendAsync(context, raw, fault!, clientGone);
            }
            else
            {
                await WriteAsync(context.Response, entry.RequestId, reply, fault?.Connection == FaultScript.Truncate, clientGone);
            }
        }
        catch (OperationCanceledException) when (clientGone.IsCancellationRequested)
        {
            log.Update(entry.Number, entry with { Aborted = true });
        }
    }

    private async Task WriteAsync(
        HttpResponse response, string requestId, ApiReply reply, bool truncated, CancellationToken clientGone)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        response.Headers.Date = signatureClock.Now.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-amzn-RequestId"] = requestId;
        if (reply.ErrorType is not null)
        {
            response.Headers["x-amzn-ErrorType"] = reply.ErrorType;
        }

        foreach ((var name, var value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(truncated ? reply.Body[..(reply.Body.Length / 2)] : reply.Body, clientGone);
        await response.Body.FlushAsync(clientGone);
    }
}
