namespace BedrockJobs.Listing;

/// <summary>
/// The jobs of a query from all places in one order. It reads no further than its reader, except for at most one page of each
/// place that is fetched while the reader processes the previous page. When a place fails, the error contains what is left to
/// list, so that the jobs that were written and those of the resumed listing together are the complete list.
/// </summary>
internal sealed class JobStream : IDisposable
{
    private readonly CommandRun _run;
    private readonly IReadOnlyList<PlaceListing> _all;
    private readonly List<PlaceListing> _listings = [];
    private readonly JobMerge _merge;
    private readonly ResultWindow _window;
    private readonly bool _countsAll;
    private readonly bool _isResumed;
    private readonly List<HeldError> _errors = [];
    private readonly CancellationTokenSource _stopping;
    private bool? _hasSeveralAccounts;

    /// <param name="places">Each place with its query, in the order in which the user specified them.</param>
    /// <param name="countsAll">
    /// Whether to read to the end even if enough jobs were found, to get the exact total. Errors are then held until the end,
    /// together with the jobs.
    /// </param>
    public JobStream(
        CommandRun run, JobQuery query, IEnumerable<(Place Place, JobQuery Query)> places, bool countsAll = false, bool isResumed = false)
    {
        _run = run;
        _all = [.. places.Select(place => new PlaceListing(run, place.Place, place.Query))];
        _merge = new JobMerge(_listings, query.IsDescending);
        _window = new ResultWindow(query.Skip, query.First);
        _countsAll = countsAll;
        _isResumed = isResumed;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping);
    }

    /// <summary>The number of matching jobs so far, including those that <c>-Skip</c> skips.</summary>
    public ulong MatchCount { get; private set; }

    /// <summary>Whether there are errors that aren't written yet.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>Whether there is more than one Region.</summary>
    public bool HasSeveralRegions => AreSeveral(_listings.Select(listing => listing.Query.Region));

    /// <summary>
    /// Whether the jobs belong to more than one account. This is known after the first job, because by then each place
    /// has returned a job if it has any.
    /// </summary>
    public bool HasSeveralAccounts => _hasSeveralAccounts ?? false;

    /// <summary>
    /// Whether a failure has ended the listing for all places. The order of all jobs decides which jobs -Skip and -First
    /// select, and the position of the missing jobs is unknown.
    /// </summary>
    private bool HasEnded { get; set; }

    private ulong ReadCount => (ulong)_listings.Sum(listing => (long)listing.Pages.ReadCount);

    private string PlaceNames => _listings.Count > 3
        ? SR.SeveralPlaces.With(_listings.Count)
        : string.Join(", ", _listings.Select(listing => listing.Place.Name));

    /// <summary>Reads the jobs.</summary>
    public IEnumerable<CustomizationJob> Read()
    {
        Connect();
        while (!HasEnded && (_countsAll || !_window.IsComplete) && NextListing() is { } listing)
        {
            var job = listing.Head!;
            listing.Advance();
            var consumption = TimeSpan.Zero;
            if (_merge.Admit(job))
            {
                MatchCount++;
                if (_window.Admit())
                {
                    var start = _run.Time.GetTimestamp();
                    yield return job;
                    consumption = _countsAll ? TimeSpan.Zero : _run.Time.GetElapsedTime(start);
                }
            }

            listing.RecordConsumption(consumption);
            if (listing.IsReadAheadDue && Wanted(listing) > 0)
            {
                StartFetch(listing);
            }
        }
    }

    /// <summary>Writes the errors that are left.</summary>
    public void Finish()
    {
        WriteErrors();
        if (_isResumed || _listings.Count == 0)
        {
            return;
        }

        // An exact name that doesn't exist is an error, as with Get-Process or Get-Job. With other filters, the absence
        // of a job doesn't mean that the name doesn't exist.
        foreach (var name in _listings.Select(listing => listing.Pages.NamesNotFound).Aggregate((names, others) => names.Intersect(others)))
        {
            var failure = new BedrockRequestException(
                BedrockErrorId.JobNotFound, Operation.List(PlaceNames), SR.NameNotFound.With(ReadCount, name));
            _run.Pipeline.WriteError(failure, name);
        }
    }

    /// <summary>Cancels pending requests, and removes the progress bar.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _run.Pipeline.HideProgress();
    }

    // Connects to all places concurrently. A place that can't be connected to is an error, and the other places continue.
    private void Connect()
    {
        foreach (var listing in _all)
        {
            _ = listing.Place.ConnectAsync();
        }

        foreach (var listing in _all)
        {
            try
            {
                _run.Connect(listing.Place);
                listing.Begin();
                _listings.Add(listing);
            }
            catch (BedrockRequestException failure)
            {
                HasEnded = _isResumed && _window.IsLimited && _all.Count > 1;
                Fail(listing, failure);
                if (HasEnded)
                {
                    _listings.Clear();
                    return;
                }
            }
        }
    }

    // The place with the next job; null at the end. All places must have a job ready, because any of them might have the
    // next one.
    private PlaceListing? NextListing()
    {
        FetchMissing();
        if (HasEnded)
        {
            return null;
        }

        _hasSeveralAccounts ??= AreSeveral(_listings.Select(listing => listing.Head?.AccountId));
        return _merge.Next();
    }

    // Starts all requests before waiting for any of them.
    private void FetchMissing()
    {
        foreach (var listing in _listings)
        {
            if (listing.IsMissing && listing.Fetch is null)
            {
                StartFetch(listing);
            }
        }

        foreach (var listing in _listings)
        {
            while (!HasEnded && listing.IsMissing)
            {
                Receive(listing);
            }
        }
    }

    private void StartFetch(PlaceListing listing) => listing.StartFetch(Wanted(listing), _stopping.Token);

    private void Receive(PlaceListing listing)
    {
        if (listing.Fetch is null)
        {
            // The previous page contained only a token.
            StartFetch(listing);
        }

        _run.Pipeline.WaitFor(listing.Fetch!, () =>
        {
            WritePauses();
            ShowProgress();
        });
        try
        {
            var reply = listing.Receive();
            WritePauses();
            WritePage(listing, reply);
        }
        catch (BedrockRequestException failure) when (listing.HasFailed)
        {
            WritePauses();

            // A place that has returned nothing is left out, as if it hadn't been specified. A resumed place isn't left out.
            HasEnded = _listings.Count > 1
                && (_isResumed || listing.Pages.PageCount > 0)
                && _window.IsLimited
                && !_window.IsComplete;
            Fail(listing, failure);
        }
    }

    // All remaining jobs might come from this place.
    private ulong Wanted(PlaceListing listing)
    {
        if (_countsAll)
        {
            return ulong.MaxValue;
        }

        var wanted = _window.Wanted;
        var ready = (ulong)listing.Count;
        return wanted == ulong.MaxValue ? wanted : wanted > ready ? wanted - ready : 0;
    }

    private void WritePage(PlaceListing listing, TimedReply<JobPage> reply)
    {
        var page = reply.Value;
        _run.Pipeline.WriteVerbose(SR.VerbosePage.With(
            Operation.ListJobs,
            listing.Place.Name,
            listing.Pages.PageCount,
            page.ItemCount,
            reply.Elapsed.TotalMilliseconds,
            page.RequestId));
        ShowProgress();

        // The errors of the previous page are written after its jobs, and so are these.
        if (!_countsAll)
        {
            WriteErrors();
        }

        foreach (var summary in page.Malformed)
        {
            // Some views show the error's target, so it must be safe to print too.
            var identifier = PrintableText.From(summary.Identifier);
            var failure = new BedrockRequestException(
                BedrockErrorId.MalformedResponse,
                Operation.List(listing.Place.Name),
                SR.MissingMembers.With(identifier, summary.MissingMembers),
                page.RequestId);
            _errors.Add(new HeldError(failure, identifier));
        }
    }

    // Usually the other places continue, and the rest is that of the failed place. If the error ends the listing for all
    // places, the rest is that of all places together.
    private void Fail(PlaceListing listing, BedrockRequestException failure)
    {
        listing.HasFailed = true;
        var rest = listing.Rest(_window)!;
        if (HasEnded)
        {
            rest.Targets = Rests(other => other == listing || !other.HasFailed);
        }

        _errors.Add(new HeldError(failure, rest, listing));
        if (!_countsAll)
        {
            WriteErrors();
        }
    }

    private void WriteErrors()
    {
        HeldError[] due = [.. _errors];
        _errors.Clear();
        foreach (var error in due)
        {
            try
            {
                _run.Pipeline.WriteError(error.Failure, error.Target);
            }
            catch
            {
                // With -ErrorAction Stop, this is the last error, and it must contain everything that is left.
                if (error is { Failed: { } failed, Target: JobQuery { Targets.Count: 0 } rest }
                    && Rests(other => other == failed || !other.IsReported) is { Count: > 1 } all)
                {
                    rest.Targets = all;
                }

                throw;
            }

            if (error.Failed is not null)
            {
                error.Failed.IsReported = true;
            }
        }
    }

    private OutputList<JobQuery> Rests(Func<PlaceListing, bool> isMeant) =>
        [.. _all.Where(isMeant).Select(listing => listing.Rest(_window)).OfType<JobQuery>()];

    private void WritePauses()
    {
        foreach (var listing in _listings)
        {
            foreach (var pause in listing.TakePauses())
            {
                _run.Pipeline.WriteVerbose(SR.VerboseOutage.With(
                    Operation.ListJobs, listing.Place.Name, pause.Page, pause.Length.TotalSeconds, pause.Failure.Message));
            }
        }
    }

    private void ShowProgress() => _run.Pipeline.ShowProgress(() =>
    {
        var status = SR.ProgressStatus.With(PlaceNames, ReadCount, MatchCount, _listings.Sum(listing => listing.Pages.PageCount));
        foreach (var listing in _listings)
        {
            if (listing.Pause is { } pause)
            {
                status = SR.ProgressOutage.With(status, listing.Place.Name, pause.Length.TotalSeconds);
            }
        }

        return new ProgressText(SR.ProgressActivity, status);
    });

    private static bool AreSeveral(IEnumerable<string?> values) =>
        values.Where(value => value is not null).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>An error that is ready to be written.</summary>
    /// <param name="Failed">The place that ended with this error; null for an error of a single job.</param>
    private sealed record HeldError(BedrockRequestException Failure, object Target, PlaceListing? Failed = null);
}
