using System;
using LocalBedrock.Jobs;

namespace LocalBedrock.Paging;

/// <summary>
/// The job that a page ended with. A position in the order rather than a count of jobs, so that jobs which come or
/// change during a listing neither hide others nor show them twice.
/// </summary>
internal sealed record PagePosition(DateTime CreationTime, string Arn)
{
    public static PagePosition Of(Job job) => new(job.CreationTime, job.Arn);
}
