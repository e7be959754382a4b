namespace BedrockJobs.Running;

/// <summary>
/// Reports on a listing while a cmdlet reads it: verbose and debug messages, progress, and errors. It runs on the
/// pipeline thread only.
/// </summary>
internal sealed class ListingReader : IJobStreamHost, IDisposable
{
    private readonly PSCmdlet _cmdlet;
    private readonly CommandLog _log;
    private readonly Action<Task, Action> _waitFor;
    private readonly bool _holdsErrors;
    private readonly List<ListingError> _errors = [];
    private readonly List<JobSource> _sources = [];
    private ListingTargets? _targets;
    private JobStream? _stream;
    private CommandProgress? _progress;

    /// <param name="cmdlet">The cmdlet that reads the listing.</param>
    /// <param name="waitFor">
    /// Blocks the pipeline thread until a task has ended, and calls the action at intervals.
    /// </param>
    /// <param name="holdsErrors">
    /// Whether errors are held until the end, together with the jobs. With -ErrorAction Stop, the first error ends the
    /// cmdlet.
    /// </param>
    public ListingReader(PSCmdlet cmdlet, Action<Task, Action> waitFor, bool holdsErrors)
    {
        _cmdlet = cmdlet;
        _log = new CommandLog(cmdlet);
        _waitFor = waitFor;
        _holdsErrors = holdsErrors;
    }

    /// <summary>Whether errors are waiting to be written.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>
    /// Connects to all targets concurrently. A target that can't be connected to is an error, and the other targets
    /// continue.
    /// </summary>
    /// <param name="settings">The settings of the targets.</param>
    /// <param name="queries">The queries for the targets, in the same order.</param>
    /// <param name="isResumed">Whether the listing continues where an error ended it.</param>
    public IReadOnlyList<JobSource> Connect(
        IReadOnlyList<ConnectionSettings> settings, IEnumerable<JobQuery> queries, bool isResumed)
    {
        _targets = new ListingTargets(queries);
        var connections = settings.Select(Connection.Start).ToList();
        foreach (var (connection, target) in connections.Zip(_targets.All, (connection, target) => (connection, target)))
        {
            _waitFor(connection.Service, () => { });
            _log.TellChoices(connection.Settings);
            try
            {
                var service = connection.Service.GetAwaiter().GetResult();
                target.Begin(new JobSource(service, target.Query.Of(service.Region, connection.Settings.ProfileName)));
                _sources.Add(target.Source!);
            }
            catch (BedrockRequestException exception)
            {
                var rest = _targets.Fail(target, stream: null, endsAll: isResumed && target.Query.IsLimited && settings.Count > 1);
                Write(new ListingError(ErrorRecordFactory.Create(exception, rest), target));
                if (rest.Targets.Count > 0)
                {
                    return [];
                }
            }
        }

        return _sources;
    }

    /// <summary>Starts to show progress.</summary>
    public void Show(JobStream stream)
    {
        _stream = stream;
        _progress = new CommandProgress(_cmdlet, SR.ProgressActivity);
    }

    /// <summary>Writes the remaining errors.</summary>
    /// <param name="isWhole">Whether all targets were listed from the beginning.</param>
    public void Finish(bool isWhole)
    {
        WriteErrors();
        if (!isWhole)
        {
            return;
        }

        // An exact name that doesn't exist is an error, as with Get-Process or Get-Job. With other filters, the absence
        // of a job doesn't mean that the name doesn't exist.
        foreach (var name in _stream!.NamesNotFound)
        {
            var exception = new BedrockRequestException(
                BedrockErrorId.JobNotFound,
                Operation.List(AllNames),
                Format(SR.NameNotFound, _stream.ReadCount, name));
            _cmdlet.WriteError(ErrorRecordFactory.Create(exception, name));
        }
    }

    /// <summary>Removes the progress bar.</summary>
    public void Dispose() => _progress?.Dispose();

    void IJobStreamHost.WaitFor(Task task) => _waitFor(task, () =>
    {
        TellPauses();
        UpdateProgress();
    });

    void IJobStreamHost.OnRequest(JobSource source, JobQuery request) => _cmdlet.WriteDebug(PrintableText.From(Format(
        SR.DebugRequest,
        Operation.ListJobs,
        source.Name,
        source.Listing.PageCount + 1,
        source.Endpoint,
        request.ToRequestText())));

    void IJobStreamHost.OnPage(JobSource source, FetchedPage fetched)
    {
        TellPauses();
        var page = fetched.Page;
        _log.Tell(Format(
            SR.VerbosePage,
            Operation.ListJobs,
            source.Name,
            source.Listing.PageCount,
            page.ItemCount,
            fetched.Elapsed.TotalMilliseconds,
            page.RequestId));
        UpdateProgress();

        // The errors of the previous page are written after its jobs, and so is this error.
        if (!_holdsErrors)
        {
            WriteErrors();
        }

        _errors.AddRange(page.Malformed.Select(summary => Malformed(summary, page, source.Name)));
    }

    void IJobStreamHost.OnFailure(JobSource source, BedrockRequestException exception)
    {
        TellPauses();
        var target = _targets!.All.First(candidate => candidate.Source == source);
        var rest = _targets.Fail(target, _stream, _stream!.HasEnded);
        Write(new ListingError(ErrorRecordFactory.Create(exception, rest), target));
    }

    private string AllNames => _sources.Count > 3
        ? Format(SR.SeveralTargets, _sources.Count)
        : string.Join(", ", _sources.Select(source => source.Name));

    private void UpdateProgress() => _progress?.Update(() =>
    {
        var status = Format(SR.ProgressStatus, AllNames, _stream!.ReadCount, _stream.MatchCount, _sources.Sum(source => source.Listing.PageCount));
        foreach (var source in _sources)
        {
            if (source.Pause is { } pause)
            {
                status = Format(SR.ProgressOutage, status, source.Name, pause.Length.TotalSeconds);
            }
        }

        return status;
    });

    private void TellPauses()
    {
        foreach (var source in _sources)
        {
            foreach (var pause in source.TakePauses())
            {
                _log.Tell(Format(
                    SR.VerboseOutage,
                    Operation.ListJobs,
                    source.Name,
                    pause.Page,
                    pause.Length.TotalSeconds,
                    pause.Failure.Message));
            }
        }
    }

    private void Write(ListingError error)
    {
        _errors.Add(error);
        if (!_holdsErrors)
        {
            WriteErrors();
        }
    }

    private void WriteErrors()
    {
        var due = _errors.ToArray();
        _errors.Clear();
        foreach (var error in due)
        {
            try
            {
                _cmdlet.WriteError(error.Record);
            }
            catch
            {
                // WriteError throws with -ErrorAction Stop.
                if (error is { Failed: { } failed, Record.TargetObject: JobQuery rest })
                {
                    _targets!.EndAt(failed, rest, _stream);
                }

                throw;
            }

            if (error.Failed is not null)
            {
                error.Failed.IsReported = true;
            }
        }
    }

    private static ListingError Malformed(MalformedSummary summary, JobPage page, string target)
    {
        // Some views show the error's target, so it must be safe to print too.
        var identifier = PrintableText.From(summary.Identifier);
        var exception = new BedrockRequestException(
            BedrockErrorId.MalformedResponse,
            Operation.List(target),
            Format(SR.MissingMembers, identifier, summary.MissingMembers),
            page.RequestId);
        return new ListingError(ErrorRecordFactory.Create(exception, identifier));
    }

    private static string Format(string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
