namespace BedrockJobs.Waiting;

/// <summary>What a wait tells the user. It runs on the pipeline thread only.</summary>
internal sealed class WaitMessages
{
    private readonly IPipeline _pipeline;
    private readonly TimeSpan _pollInterval;

    public WaitMessages(IPipeline pipeline, TimeSpan pollInterval)
    {
        _pipeline = pipeline;
        _pollInterval = pollInterval;
    }

    public void WritePoll(Place place, Poll poll)
    {
        for (var i = 0; i < poll.Pages.Count; i++)
        {
            var (request, page) = poll.Pages[i];
            _pipeline.WriteDebug(SR.DebugRequest.With(
                Operation.ListJobs, place.Name, i + 1, place.Endpoint, request.ToRequestText()));
            _pipeline.WriteDebug(SR.VerbosePage.With(
                Operation.ListJobs, place.Name, i + 1, page.Value.ItemCount, page.Elapsed.TotalMilliseconds, page.Value.RequestId));
        }
    }

    /// <summary>The status of a job, or the phase that is in progress, has changed.</summary>
    public void WriteTransition(Place place, CustomizationJob before, CustomizationJob now)
    {
        var time = now.EndTime ?? now.LastModifiedTime ?? DateTime.Now;
        _pipeline.WriteVerbose(SR.VerboseTransition.With(
            time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            now.JobName,
            place.Name,
            StateOf(before),
            StateOf(now)));
    }

    /// <summary>A job has a status that this version doesn't know. The wait continues.</summary>
    public void WriteUnknownStatus(CustomizationJob job) => _pipeline.WriteWarning(SR.WaitUnknownStatus.With(job.JobName, job.Status));

    /// <summary>Requests have begun to fail in a way that might be transient. The wait continues.</summary>
    public void WriteOutage(BedrockRequestException failure) =>
        _pipeline.WriteWarning(SR.WaitTrouble.With(failure.Message, DisplayText.Duration(_pollInterval)));

    /// <summary>Requests succeed again.</summary>
    public void WriteRecovery(Place place) => _pipeline.WriteVerbose(SR.VerboseRecovery.With(place.Name));

    /// <summary>Waiting for these jobs has failed permanently. That is one error, regardless of their number.</summary>
    public void WriteFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException failure) => _pipeline.WriteError(
        failure, jobs.Count == 1 ? jobs[0].Identifier : jobs.Select(job => job.Identifier).ToArray());

    /// <summary>The time limit is reached, and the job hasn't ended or its details couldn't be read.</summary>
    public void WriteTimeout(Place place, WaitedJob job)
    {
        var detail = job.Latest is not { } latest ? SR.TimedOutUnseen
            : (job.IsEnded ? SR.TimedOutUnread : SR.TimedOutRunning).With(StateOf(latest), DisplayText.Duration(latest.Duration));
        var failure = new BedrockRequestException(
            BedrockErrorId.WaitTimedOut, SR.WaitSubject.With(job.Latest?.JobName ?? job.Identifier, place.Name), detail);
        _pipeline.WriteError(failure, (object?)job.Latest ?? job.Identifier);
    }

    /// <summary>Shows one line for each job.</summary>
    public void ShowProgress(IEnumerable<WaitedJob> pending, int count) => _pipeline.ShowProgress(() => new ProgressText(
        SR.WaitProgressActivity,
        SR.WaitProgressStatus.With(count - pending.Count(), count),
        pending.Select(job => (job.Latest?.JobName ?? job.Identifier, ProgressOf(job)))));

    private static string ProgressOf(WaitedJob job)
    {
        if (job.Latest is not { } latest)
        {
            return SR.WaitProgressUnseen;
        }

        var duration = DisplayText.Duration(latest.Duration);
        return CurrentPhase.Of(latest) is { } phase
            ? SR.WaitProgressPart.With(latest.Status, duration, phase)
            : SR.WaitProgressJob.With(latest.Status, duration);
    }

    private static string StateOf(CustomizationJob job) =>
        job.Status + (CurrentPhase.Of(job) is { } phase ? $" ({phase})" : string.Empty);
}
