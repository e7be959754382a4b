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

    private void ThrowIfGiven(string[] parameters, string errorId, string message)
    {
        foreach (var parameter in parameters)
        {
            ThrowIf(
                MyInvocation.BoundParameters.TryGetValue(parameter, out var value) && !IsDefault(parameter), errorId, message.With(parameter), value);
        }
    }
}
