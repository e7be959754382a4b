using System;
using System.Collections.Generic;
using System.Linq;

namespace BedrockJobs.Listing;

/// <summary>
/// The targets of a listing. It says what is left when one fails, so that what was written and what its error goes on with are
/// the whole list.
/// </summary>
/// <remarks>
/// As a rule the others go on, and what is left is the failed target's. Where its error ends the listing for all, what is left
/// is that of all, read together with what is left of -Skip and -First.
/// </remarks>
internal sealed class ListingTargets
{
    public ListingTargets(IEnumerable<JobQuery> queries)
    {
        All = [.. queries.Select(query => new ListingTarget(query))];
    }

    /// <summary>In the order in which they were named.</summary>
    public IReadOnlyList<ListingTarget> All { get; }

    /// <summary>Takes note that a target has failed.</summary>
    /// <param name="failed">The target.</param>
    /// <param name="stream">What all are read by; null before that.</param>
    /// <param name="endsAll">Whether the listing ends with it.</param>
    /// <returns>What is left.</returns>
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
    /// Takes note that the user lets a target's error end the listing, as -ErrorAction Stop does: it is the last error, and
    /// must tell of all that is left.
    /// </summary>
    /// <param name="failed">The target.</param>
    /// <param name="rest">What is left of it, as its error tells.</param>
    /// <param name="stream">What all are read by; null before that.</param>
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
