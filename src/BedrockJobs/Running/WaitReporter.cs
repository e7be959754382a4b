namespace BedrockJobs.Running;

/// <summary>
/// Reports on a wait for a cmdlet: errors, warnings, verbose and debug messages, and progress. It runs on the pipeline
/// thread only.
/// </summary>
internal sealed class WaitReporter : IJobWaitHost, IDisposable
{
    private readonly PSCmdlet _cmdlet;
    private readonly Action<Task, Action> _waitFor;
    private readonly TimeSpan _pollInterval;
    private readonly CommandLog _log;
    private WaitProgress? _progress;

    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="waitFor">
    /// Blocks the pipeline thread until a task has ended, and calls the action at intervals.
    /// </param>
    /// <param name="pollInterval">The time between two polls.</param>
    public WaitReporter(PSCmdlet cmdlet, Action<Task, Action> waitFor, TimeSpan pollInterval)
    {
        _cmdlet = cmdlet;
        _waitFor = waitFor;
        _pollInterval = pollInterval;
        _log = new CommandLog(cmdlet);
    }

    /// <summary>
    /// Connects concurrently to every place that might contain a job. A place that can't be connected to is an error,
    /// and the other places continue.
    /// </summary>
    /// <returns>
    /// The places with their jobs: one for each Region and profile, regardless of how the Region was determined.
    /// </returns>
    public IReadOnlyList<WaitTarget> Connect(IReadOnlyList<JobTarget> jobs, ConnectionSet connections)
    {
        var places = new Dictionary<Connection, List<WaitedJob>>();
        foreach (var job in jobs)
        {
            var search = new JobSearch(job.Job.Identifier, job.Places.Count, isOneJob: job.Job.Region is not null);
            foreach (var connection in job.Places.Select(connections.To))
            {
                if (!places.TryGetValue(connection, out var waited))
                {
                    places[connection] = waited = [];
                }

                waited.Add(new WaitedJob(job.Job.Identifier, KnownOf(job.Job), search));
            }
        }

        var targets = new Dictionary<(string Region, string? ProfileName), (Connection Connection, List<WaitedJob> Jobs)>();
        foreach (var place in places)
        {
            if (ServiceOf(place.Key, place.Value) is { } service)
            {
                var key = (service.Region, place.Key.Settings.ProfileName);
                if (targets.TryGetValue(key, out var target))
                {
                    target.Jobs.AddRange(place.Value);
                }
                else
                {
                    targets.Add(key, (place.Key, place.Value));
                }
            }
        }

        return
        [
            .. targets.Values.Select(target => new WaitTarget(
                target.Connection.Service.GetAwaiter().GetResult(),
                () => Connection.Start(target.Connection.Settings.Anew()).Service,
                target.Jobs)),
        ];
    }

    /// <summary>Starts to show the progress of the wait.</summary>
    public void Show(JobWait wait) => _progress = new WaitProgress(_cmdlet, wait);

    /// <summary>Removes the progress bar.</summary>
    public void Dispose() => _progress?.Dispose();

    void IJobWaitHost.WaitFor(Task task) => _waitFor(task, () => _progress?.Update());

    void IJobWaitHost.OnPoll(WaitTarget target, PollResult result)
    {
        for (var i = 0; i < result.Pages.Count; i++)
        {
            var (request, fetched) = result.Pages[i];
            _cmdlet.WriteDebug(Format(
                SR.DebugRequest, Operation.ListJobs, target.Name, i + 1, target.Endpoint, request.ToRequestText()));
            _cmdlet.WriteDebug(Format(
                SR.VerbosePage,
                Operation.ListJobs,
                target.Name,
                i + 1,
                fetched.Page.ItemCount,
                fetched.Elapsed.TotalMilliseconds,
                PrintableText.From(fetched.Page.RequestId)));
        }
    }

    void IJobWaitHost.OnTransition(WaitTarget target, CustomizationJob before, CustomizationJob now)
    {
        var time = now.EndTime ?? now.LastModifiedTime ?? DateTime.Now;
        _log.Tell(Format(
            SR.VerboseTransition,
            time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            PrintableText.From(now.JobName),
            target.Name,
            StateOf(before),
            StateOf(now)));
    }

    void IJobWaitHost.OnTrouble(WaitTarget target, BedrockRequestException exception) =>
        _cmdlet.WriteWarning(Format(SR.WaitTrouble, exception.Message, DisplayText.Duration(_pollInterval)));

    void IJobWaitHost.OnRecovery(WaitTarget target) => _log.Tell(Format(SR.VerboseRecovery, target.Name));

    void IJobWaitHost.OnFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception) =>
        WriteFailure(jobs, exception);

    void IJobWaitHost.OnTimeout(WaitTarget target, WaitedJob job)
    {
        var detail = job.Latest is not { } latest ? SR.TimedOutUnseen
            : Format(job.IsEnded ? SR.TimedOutUnread : SR.TimedOutRunning, StateOf(latest), DisplayText.Duration(latest.Duration));
        var exception = new BedrockRequestException(
            BedrockErrorId.WaitTimedOut,
            Format(SR.WaitSubject, PrintableText.From(job.Latest?.JobName ?? job.Identifier), target.Name),
            detail);
        _cmdlet.WriteError(ErrorRecordFactory.Create(exception, (object?)job.Latest ?? job.Identifier));
    }

    private IBedrockService? ServiceOf(Connection connection, List<WaitedJob> jobs)
    {
        _waitFor(connection.Service, () => { });
        _log.TellChoices(connection.Settings);
        try
        {
            return connection.Service.GetAwaiter().GetResult();
        }
        catch (BedrockRequestException exception)
        {
            WriteFailure(jobs, exception);
            return null;
        }
    }

    // A failure of a place is one error, regardless of how many of its jobs are being waited for.
    private void WriteFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception) =>
        _cmdlet.WriteError(ErrorRecordFactory.Create(
            exception, jobs.Count == 1 ? jobs[0].Identifier : jobs.Select(job => job.Identifier).ToArray()));

    // An object without all properties of a listed job is used only for its ARN.
    private static CustomizationJob? KnownOf(JobReference job) =>
        job is { Region: not null, Known: { JobName: { } name, Status: { } status, CreationTime: { } created } known }
            ? new CustomizationJob
            {
                JobArn = job.Identifier,
                JobName = name,
                Status = status,
                CreationTime = created.ToLocalTime(),
                EndTime = known.EndTime?.ToLocalTime(),
                ProfileName = known.ProfileName,
            }
            : null;

    private static string StateOf(CustomizationJob job) =>
        PrintableText.From(job.Status) + (PartUnderWay.Of(job) is { } part ? $" ({part})" : string.Empty);

    private static string Format(string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
