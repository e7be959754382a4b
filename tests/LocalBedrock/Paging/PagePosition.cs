namespace LocalBedrock.Paging;

/// <summary>
/// The last job of a page. It is a position in the order and not a number of jobs, so that jobs that are added or
/// changed during a listing don't hide or repeat other jobs.
/// </summary>
internal sealed record PagePosition(DateTime CreationTime, string Arn)
{
    public static PagePosition Of(Job job) => new(job.CreationTime, job.Arn);
}
