namespace BedrockJobs.Commands;

/// <summary>Gets Amazon Bedrock model customization jobs.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>
/// and <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "BdrCustomizationJob", DefaultParameterSetName = QuerySet, SupportsPaging = true,
    HelpUri = HelpFolder + "Get-BdrCustomizationJob.md")]
[OutputType(typeof(CustomizationJob), ParameterSetName = [QuerySet, RecentSet, ResumeSet])]
[OutputType(typeof(CustomizationJobDetail), ParameterSetName = [IdentifierSet])]
public sealed class GetBdrCustomizationJobCommand : BedrockCommand
{
    private const string QuerySet = "Query";
    private const string RecentSet = "Recent";
    private const string IdentifierSet = "Identifier";
    private const string ResumeSet = "Resume";

    private JobReader? _reader;

    /// <summary>The names of the jobs, or wildcard patterns. They aren't case-sensitive.</summary>
    [Parameter(ParameterSetName = QuerySet, Position = 0)]
    [Parameter(ParameterSetName = RecentSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateNamePattern]
    [SupportsWildcards]
    [Alias("JobName")]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The names or ARNs of the jobs to get with all details, or objects with a JobArn property.</summary>
    [Parameter(ParameterSetName = IdentifierSet, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobArn", "Arn")]
    [ValidateNotNullOrEmpty]
    [JobIdentifierTransformation]
    [ValidateJobIdentifier]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobIdentifier { get; set; }

    /// <summary>
    /// The part of the name that the service searches for: 1 to 63 letters, digits, '+', '-' and '.'.
    /// </summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [Alias("NameContain")]
    [ValidateNameContains]
    public string? NameContains { get; set; }

    /// <summary>The statuses of the jobs to get.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [Alias("StatusEqual", "StatusEquals")]
    [ValidateNotNullOrEmpty]
    [ValidateAscii]
    [ValidateSet(JobStatus.InProgress, JobStatus.Completed, JobStatus.Failed, JobStatus.Stopping, JobStatus.Stopped)]
    public string[]? Status { get; set; }

    /// <summary>Gets only jobs created after this time. A time without a time zone is local time.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Alias("CreationTimeAfter")]
    [TimeTransformation]
    public DateTime CreatedAfter { get; set; }

    /// <summary>Gets only jobs created before this time. A time without a time zone is local time.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Alias("CreationTimeBefore")]
    [TimeTransformation]
    public DateTime CreatedBefore { get; set; }

    /// <summary>
    /// Gets only jobs created within this time span before now: a TimeSpan, or a text such as 90m, 12h, 7d or 2w.
    /// </summary>
    [Parameter(ParameterSetName = RecentSet, Mandatory = true)]
    [AgeTransformation]
    public TimeSpan MaxAge { get; set; }

    /// <summary>The property to sort by. The API supports only CreationTime.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [ValidateAscii]
    [ValidateSet("CreationTime")]
    public string SortBy { get; set; } = "CreationTime";

    /// <summary>The sort order: Descending (newest first, the default) or Ascending.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [ValidateAscii]
    [ValidateSet("Descending", "Ascending")]
    public string SortOrder { get; set; } = "Descending";

    /// <summary>The maximum number of jobs in a response, from 1 to 1000. The default is 1000.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [Parameter(ParameterSetName = ResumeSet)]
    [Alias("MaxResult", "MaxResults")]
    [CountTransformation(JobQuery.LargestPage)]
    [ValidateRange(1, JobQuery.LargestPage)]
    public int PageSize { get; set; } = JobQuery.LargestPage;

    /// <summary>
    /// The page to start from: a token from the target of an earlier error, used with the same filters.
    /// </summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [ValidateNextToken]
    public string? NextToken { get; set; }

    /// <summary>The target of a listing's error. The listing continues where it stopped.</summary>
    [Parameter(ParameterSetName = ResumeSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [JobQueryTransformation]
    public JobQuery? InputObject { get; set; }

    /// <summary>Lists the jobs. For identifiers, starts to get the jobs and writes those that are available.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdentifierSet)
        {
            RefusePaging(nameof(SR.PagingOfIdentifiers), SR.PagingOfIdentifiers);
            _reader ??= new JobReader(this, WaitFor, ThrottleLimit, StopToken);
            WriteDetails(_reader.Read(JobTargets(JobIdentifier!), isInput: MyInvocation.ExpectingInput));
        }
        else if (ParameterSetName == ResumeSet)
        {
            Resume(InputObject!);
        }
        else
        {
            ListJobs();
        }
    }

    /// <summary>Writes the remaining jobs of the identifiers.</summary>
    protected override void EndProcessing()
    {
        if (_reader is not null)
        {
            WriteDetails(_reader.ReadRest());
        }
    }

    /// <summary>Cancels pending requests.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _reader?.Dispose();
        }
    }

    private void RefusePaging(string errorId, string message)
    {
        foreach (var parameter in new[] { nameof(PagingParameters.First), nameof(PagingParameters.Skip), nameof(PagingParameters.IncludeTotalCount) })
        {
            Refuse(
                MyInvocation.BoundParameters.TryGetValue(parameter, out var value),
                errorId,
                string.Format(CultureInfo.CurrentCulture, message, parameter),
                value);
        }
    }

    private void WriteDetails(IEnumerable<JobAnswer> answers)
    {
        foreach (var answer in answers)
        {
            WriteObject(answer.Job);
        }
    }

    private void ListJobs()
    {
        var targets = Targets();
        var query = BuildQuery(targets.Count);
        var countAll = PagingParameters.IncludeTotalCount.IsPresent;
        if (query.First == 0 && !countAll)
        {
            return;
        }

        using var reader = new ListingReader(this, WaitFor, holdsErrors: countAll);
        var sources = reader.Connect(targets, targets.Select(target => query.Of(target.Region, target.ProfileName)), isResumed: false);
        using var stream = new JobStream(sources, query, countAll, ThrottleLimit, reader, StopToken);
        reader.Show(stream);
        if (countAll)
        {
            WriteCounted(stream, reader, isFromStart: NextToken is null);
        }
        else
        {
            Write(stream);
        }

        reader.Finish(isWhole: true);
    }

    private void Resume(JobQuery query)
    {
        RefusePaging(nameof(SR.PagingOfQuery), SR.PagingOfQuery);
        Refuse(!query.IsResumable, nameof(SR.QueryNotResumable), SR.QueryNotResumable, query);
        Refuse(query.UsesCredential && Credential is null, nameof(SR.QueryNeedsCredential), SR.QueryNeedsCredential, query);
        if (query.First == 0)
        {
            return;
        }

        var rests = query.Rests;
        if (MyInvocation.BoundParameters.ContainsKey(nameof(PageSize)))
        {
            foreach (var rest in rests)
            {
                rest.PageSize = PageSize;
            }
        }

        using var reader = new ListingReader(this, WaitFor, holdsErrors: false);
        var sources = reader.Connect([.. rests.Select(Target)], rests, isResumed: true);
        using var stream = new JobStream(
            sources, query, readsToEnd: false, ThrottleLimit, reader, StopToken, isResumed: true);
        reader.Show(stream);
        Write(stream);
        reader.Finish(isWhole: false);
    }

    // A query without a Region comes from a listing that failed because no Region was found.
    private ConnectionSettings Target(JobQuery query) => Target(
        query.Region ?? Region?[0],
        query.ProfileName,
        ProfileLocation ?? query.ProfileLocation,
        EndpointUrl ?? query.EndpointUrl);

    private void Write(JobStream stream)
    {
        OriginColumns? columns = null;
        while (stream.Next() is { } job)
        {
            columns ??= ColumnsFor(stream);
            var start = Stopwatch.GetTimestamp();
            WriteObject(columns.Mark(job));
            stream.NoteConsumption(Stopwatch.GetTimestamp() - start);
        }
    }

    // PowerShell writes the total count before the objects, so the jobs must wait for it.
    private void WriteCounted(JobStream stream, ListingReader reader, bool isFromStart)
    {
        var jobs = new List<CustomizationJob>();
        while (stream.Next() is { } job)
        {
            jobs.Add(job);
            stream.NoteConsumption(ticks: 0);
        }

        var accuracy = isFromStart && !reader.HasErrors ? 1 : 0;
        WriteObject(PagingParameters.NewTotalCount(stream.MatchCount, accuracy));
        WriteObject(jobs.Select(ColumnsFor(stream).Mark), enumerateCollection: true);
    }

    private static OriginColumns ColumnsFor(JobStream stream) =>
        new(stream.HasSeveralRegions, stream.HasSeveralAccounts);

    private JobQuery BuildQuery(int targetCount)
    {
        var query = new JobQuery
        {
            Name = Name ?? [],
            NameContains = NameContains,
            Status = Status ?? [],
            CreatedAfter = Bound(nameof(CreatedAfter), CreatedAfter),
            CreatedBefore = Bound(nameof(CreatedBefore), CreatedBefore),
            SortBy = SortBy,
            SortOrder = SortOrder,
            PageSize = PageSize,
            NextToken = NextToken,
            Skip = PagingParameters.Skip,
            First = PagingParameters.First,
            ProfileLocation = ProfileLocation is null ? null : GetUnresolvedProviderPathFromPSPath(ProfileLocation),
            EndpointUrl = EndpointUrl,
            UsesCredential = Credential is not null,
        };
        if (ParameterSetName == RecentSet)
        {
            query.CreatedAfter = DateTime.UtcNow - MaxAge;
            Refuse(NextToken is not null, nameof(SR.TokenWithMaxAge), SR.TokenWithMaxAge, NextToken);
        }

        Refuse(
            NextToken is not null && targetCount > 1,
            nameof(SR.TokenWithSeveralTargets),
            SR.TokenWithSeveralTargets,
            NextToken);
        Refuse(
            query.CreatedAfter >= query.CreatedBefore,
            nameof(SR.InvalidTimeRange),
            string.Format(CultureInfo.CurrentCulture, SR.InvalidTimeRange, CreatedAfter, CreatedBefore),
            CreatedAfter);
        return query;
    }

    private void Refuse(bool isContradiction, string errorId, string message, object? target)
    {
        if (isContradiction)
        {
            ThrowTerminatingError(ErrorRecordFactory.Contradiction(errorId, message, target));
        }
    }

    private DateTime? Bound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;
}
