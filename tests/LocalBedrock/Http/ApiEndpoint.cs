namespace LocalBedrock.Http;

/// <summary>
/// The steps of every API request: read, log, authenticate, apply a fault script, run the operation, and send.
/// </summary>
internal sealed class ApiEndpoint(
    ServerOptions options,
    ServiceClock clock,
    SignatureClock signatureClock,
    JobStore jobs,
    FaultQueue faults,
    Log<LogEntry> log,
    TimeProvider realTime)
{
    private readonly Authenticator _authenticator = new(options, signatureClock);
    private readonly ReplySender _sender = new(log, signatureClock, realTime);
    private readonly IOperation[] _operations = [new ListJobs(), new GetJob(), new StopJob()];

    public async Task HandleAsync(HttpContext context, RequestTarget target)
    {
        var started = realTime.GetTimestamp();
        var operation = target.ApiSegments is { } path
            ? Array.Find(_operations, o => o.Handles(context.Request.Method, path))
            : null;
        var entry = EntryFor(context.Request, target, operation);
        entry = entry with { Number = log.Add(number => entry with { Number = number }) };

        ApiRequest request;
        try
        {
            request = await ApiRequest.ReadAsync(context.Request, target);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            log.Update(entry.Number, entry with { Aborted = true });
            return;
        }

        (var reply, var fault) = Answer(request, operation, ref entry);
        await _sender.SendAsync(context, entry, reply, fault, options.Latency + (fault?.Delay ?? TimeSpan.Zero), started);
    }

    private (ApiReply? Reply, FaultScript? Fault) Answer(ApiRequest request, IOperation? operation, ref LogEntry entry)
    {
        var jobIdentifier = request.Target.ApiSegments is { } path ? JobPath.JobIdentifier(path) : null;
        var fault = faults.Take(beforeAuthentication: true, entry.Operation, entry.Region, entry.AccessKeyId, jobIdentifier);
        try
        {
            if (fault is not null && Replaces(fault, out var replacement))
            {
                return (replacement, fault);
            }

            var caller = _authenticator.Authenticate(request);
            entry = entry with { Region = caller.Region, Account = caller.Account };
            fault ??= faults.Take(beforeAuthentication: false, entry.Operation, caller.Region, entry.AccessKeyId, jobIdentifier);
            if (fault is not null && Replaces(fault, out replacement))
            {
                return (replacement, fault);
            }

            if (operation is null)
            {
                throw new ServiceException(ErrorTypes.UnknownOperation, "The requested operation is not recognized by the service.");
            }

            var shelf = jobs.Find(caller.Region, caller.Account)!;
            if (fault is not null)
            {
                request = request with { Ignored = fault.Ignore, Repeated = fault.Repeat };
            }

            var reply = operation.Run(request, shelf, clock.Now);
            return (fault?.Alter(reply) ?? reply, fault);
        }
        catch (ServiceException e)
        {
            var error = ApiReply.Error(e.Type, e.Message);
            return (fault?.Alter(error) ?? error, fault);
        }
    }

    /// <summary>Whether to skip the operation. If so, <paramref name="reply"/> is null if no response is sent.</summary>
    private static bool Replaces(FaultScript fault, out ApiReply? reply)
    {
        reply = fault.IsSilent ? null : fault.CannedReply();
        if (reply is not null)
        {
            reply = fault.Alter(reply);
        }

        return reply is not null || fault.IsSilent;
    }

    private LogEntry EntryFor(HttpRequest request, RequestTarget target, IOperation? operation)
    {
        var claimed = AuthorizationHeader.ClaimedCredential(request.Headers.Authorization);
        return new LogEntry
        {
            Time = realTime.GetUtcNow().UtcDateTime,
            Method = request.Method,
            Path = target.Path,
            RawQuery = target.RawQuery,
            Query = target.Query,
            Operation = operation?.Name,
            Region = claimed?.Region,
            AccessKeyId = claimed?.AccessKeyId,
            Account = options.Accounts.FirstOrDefault(a => a.AccessKeyId == claimed?.AccessKeyId)?.Id,
            UserAgent = (string?)request.Headers.UserAgent,
            RequestId = Guid.NewGuid().ToString(),
        };
    }
}
