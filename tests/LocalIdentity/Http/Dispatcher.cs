namespace LocalIdentity.Http;

/// <summary>The steps of every request: find its service, log, respond, and send.</summary>
internal sealed class Dispatcher(
    IReadOnlyList<IEndpoint> endpoints, SettingsStore settings, Log<RequestEntry> log, TimeProvider realTime)
{
    public async Task HandleAsync(HttpContext context, RequestTarget target)
    {
        var request = await ApiRequest.ReadAsync(context.Request, target);
        IEndpoint? endpoint = null;
        foreach (var candidate in endpoints)
        {
            endpoint ??= candidate.Handles(request) ? candidate : null;
        }

        (var action, var parameters) =
            endpoint?.Describe(request) ?? (target.Path, new Dictionary<string, string>());
        var entry = new RequestEntry
        {
            Time = realTime.GetUtcNow().UtcDateTime,
            Action = action,
            Method = request.Method,
            Path = target.Path,
            AccessKeyId = AuthorizationHeader.ClaimedCredential(request.Header("authorization"))?.AccessKeyId,
            UserAgent = request.Header("user-agent"),
            Parameters = parameters,
        };
        var number = log.Add(n => entry with { Number = n });

        var requestId = Guid.NewGuid().ToString();
        var reply = endpoint is null
            ? IdentityReply.Text(404, "Not Found")
            : settings.Current.Failures.TryGetValue(action, out var failure)
            ? Fail(endpoint, failure, requestId)
            : endpoint.Answer(request, requestId);
        var delay = settings.Current.Delays.TryGetValue(action, out var ofAction) ? ofAction : settings.Current.Delay;
        await SendAsync(context, reply, requestId, delay, () => log.Update(number, entry with
        {
            Number = number,
            Status = reply.Reply.Status,
            ErrorType = reply.Reply.ErrorType,
            Issued = reply.Issued?.AccessKeyId,
        }));
    }

    private static IdentityReply Fail(IEndpoint endpoint, Failure failure, string requestId)
    {
        var reply = endpoint.Error(failure.Status, failure.ErrorType, failure.Message, requestId);
        return failure.Location is { } location ? reply.WithHeader("Location", location) : reply;
    }

    private async Task SendAsync(HttpContext context, IdentityReply reply, string requestId, TimeSpan delay, Action beforeSending)
    {
        try
        {
            await Task.Delay(delay, realTime, context.RequestAborted);
            beforeSending();
            var response = context.Response;
            response.StatusCode = reply.Reply.Status;
            response.ContentType = reply.Reply.ContentType;
            response.ContentLength = reply.Reply.Body.Length;
            response.Headers.Date = (realTime.GetUtcNow().UtcDateTime + settings.Current.Skew).ToString("R", CultureInfo.InvariantCulture);
            response.Headers["x-amzn-RequestId"] = requestId;
            foreach ((var name, var value) in reply.Reply.Headers)
            {
                response.Headers[name] = value;
            }

            await response.Body.WriteAsync(reply.Reply.Body, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client disconnected, which the log shows as a missing status.
        }
    }
}
