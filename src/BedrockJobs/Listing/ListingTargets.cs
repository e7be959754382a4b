namespace BedrockJobs.Listing;

/// <summary>
/// The targets of a listing. When one fails, it determines what is left to list, so that the jobs that were written and
/// the jobs of the resumed listing together are the complete list.
/// </summary>
/// <remarks>
/// Usually the other targets continue, and the rest is that of the failed target. If the error ends the listing for all
/// targets, the rest is that of all targets together, with the remaining -Skip and -First.
/// </remarks>
internal sealed class ListingTargets
{
    public ListingTargets(IEnumerable<JobQuery> queries)
    {
        All = [.. queries.Select(query => new ListingTarget(query))];
    }

    /// <summary>The targets in the order in which they were specified.</summary>
    public IReadOnlyList<ListingTarget> All { get; }

    /// <summary>Records that a target has failed.</summary>
    /// <param name="failed">The target.</param>
    /// <param name="stream">The reader of all targets; null if there is none yet.</param>
    /// <param name="endsAll">Whether the failure ends the listing.</param>
    /// <returns>The rest of the query.</returns>
    public JobQuery Fail(ListingTarget failed, JobStream? stream, bool endsAll)
    {
        failed.HasFailed = true;
        var rest = failed.Rest(stream)!;
        if (endsAll)
        {
            rest.Targets = Rests(stream, target => target == failed || !target.HasFailed);
        }

        return rest;
    }

    /// <summary>
    /// Records that a target's error ends the listing, as with -ErrorAction Stop. It's the last error and must contain
    /// everything that is left.
    /// </summary>
    /// <param name="failed">The target.</param>
    /// <param name="rest">The rest of the target's query, as in its error.</param>
    /// <param name="stream">The reader of all targets; null if there is none yet.</param>
    public void EndAt(ListingTarget failed, JobQuery rest, JobStream? stream)
    {
        var all = Rests(stream, target => target == failed || !target.IsReported);
        if (rest.Targets.Count == 0 && all.Length > 1)
        {
            rest.Targets = all;
        }
    }

    private JobQuery[] Rests(JobStream? stream, Func<ListingTarget, bool> isMeant) =>
        [.. All.Where(isMeant).Select(target => target.Rest(stream)).OfType<JobQuery>()];
}
