namespace BedrockJobs.Commands;

// What the cmdlet does. Its parameters are in the other file.
public sealed partial class GetBdrCustomizationJobCommand
{
    private static readonly string[] Paging =
        [nameof(PagingParameters.First), nameof(PagingParameters.Skip), nameof(PagingParameters.IncludeTotalCount)];

    private JobFetcher? _fetcher;

    /// <summary>
    /// Names the default that prevents PowerShell from binding objects from the pipeline: its own error doesn't mention defaults.
    /// </summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var parameters = MyInvocation.MyCommand.Parameters;
        var excluding = MyInvocation.ExpectingInput
            ? MyInvocation.BoundParameters.Keys.FirstOrDefault(name =>
                !parameters[name].ParameterSets.Keys.Any(set => set is IdentifierSet or ResumeSet or ParameterAttribute.AllParameterSets)
                && IsDefault(name))
            : null;
        ThrowIf(
            excluding is not null, nameof(SR.DefaultExcludesPipeline), SR.DefaultExcludesPipeline.With(excluding), excluding);
    }

    /// <summary>Lists the jobs. For identifiers, starts to get the jobs and writes those that are available.</summary>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case IdentifierSet:
                ThrowIfGiven(Paging, nameof(SR.PagingOfIdentifiers), SR.PagingOfIdentifiers);
                _fetcher ??= new JobFetcher(Run);
                Write(_fetcher.Fetch(RequestedJobs(JobIdentifier!), isInput: MyInvocation.ExpectingInput));
                break;
            case ResumeSet:
                List(InputObject!, PlacesOf(InputObject!), countsAll: false, isResumed: true);
                break;
            default:
                var places = Places.All;
                var query = BuildQuery(places.Count);
                List(
                    query,
                    places.Select(place => (Run.PlaceOf(place), query.Of(place.Region, place.ProfileName))),
                    PagingParameters.IncludeTotalCount,
                    isResumed: false);
                break;
        }
    }

    /// <summary>Writes the remaining jobs of the identifiers.</summary>
    protected override void EndProcessing() => Write(_fetcher?.FetchRest() ?? []);

    private void Write(IEnumerable<FetchedJob> jobs)
    {
        foreach (var job in jobs)
        {
            WriteObject(job.Detail);
        }
    }

    private void List(JobQuery query, IEnumerable<(Place Place, JobQuery Query)> places, bool countsAll, bool isResumed)
    {
        if (query.First == 0 && !countsAll)
        {
            return;
        }

        using var stream = new JobStream(Run, query, places, countsAll, isResumed);
        var jobs = stream.Read();
        if (countsAll)
        {
            // PowerShell writes the total count before the objects, so the jobs must wait for it.
            jobs = [.. jobs];
            WriteObject(PagingParameters.NewTotalCount(stream.MatchCount, NextToken is null && !stream.HasErrors ? 1 : 0));
        }

        OriginColumns? columns = null;
        foreach (var job in jobs)
        {
            columns ??= new OriginColumns(stream.HasSeveralRegions, stream.HasSeveralAccounts);
            WriteObject(columns.Mark(job));
        }

        stream.Finish();
    }

    // The places where a listing stopped, each with its own page.
    private IEnumerable<(Place Place, JobQuery Query)> PlacesOf(JobQuery query)
    {
        ThrowIfGiven(Paging, nameof(SR.PagingOfQuery), SR.PagingOfQuery);
        ThrowIf(!query.IsResumable, nameof(SR.QueryNotResumable), SR.QueryNotResumable, query);
        ThrowIf(query.UsesCredential && Credential is null, nameof(SR.QueryNeedsCredential), SR.QueryNeedsCredential, query);
        var hasPageSize = MyInvocation.BoundParameters.ContainsKey(nameof(PageSize));
        return
        [
            .. from rest in query.Rests
               let location = ExistingFile(ProfileLocation ?? rest.ProfileLocation)
               select (Run.PlaceOf(Places.Of(rest, location)), rest.Page(rest.NextToken, hasPageSize ? PageSize : rest.PageSize)),
        ];
    }

    private JobQuery BuildQuery(int placeCount)
    {
        var isRecent = ParameterSetName == RecentSet;
        var query = new JobQuery
        {
            Name = [.. Name ?? []],
            NameContains = NameContains,
            Status = [.. Status ?? []],
            CreatedAfter = isRecent ? DateTime.UtcNow - MaxAge : IfBound(nameof(CreatedAfter), CreatedAfter),
            CreatedBefore = IfBound(nameof(CreatedBefore), CreatedBefore),
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
        ThrowIf(NextToken is not null && isRecent, nameof(SR.TokenWithMaxAge), SR.TokenWithMaxAge, NextToken);
        ThrowIf(
            NextToken is not null && placeCount > 1, nameof(SR.TokenWithSeveralTargets), SR.TokenWithSeveralTargets, NextToken);
        ThrowIf(
            query.CreatedAfter >= query.CreatedBefore,
            nameof(SR.InvalidTimeRange),
            SR.InvalidTimeRange.With(CreatedAfter, CreatedBefore),
            CreatedAfter);
        return query;
    }

    private DateTime? IfBound(string parameter, DateTime value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.ToUniversalTime() : null;

    private void ThrowIfGiven(string[] parameters, string errorId, string message)
    {
        foreach (var parameter in parameters)
        {
            ThrowIf(
                MyInvocation.BoundParameters.TryGetValue(parameter, out var value) && !IsDefault(parameter), errorId, message.With(parameter), value);
        }
    }
}
