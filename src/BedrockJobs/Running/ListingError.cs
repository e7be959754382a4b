namespace BedrockJobs.Running;

/// <summary>An error that is ready to be written.</summary>
internal sealed class ListingError
{
    public ListingError(ErrorRecord record, ListingTarget? failed = null)
    {
        Record = record;
        Failed = failed;
    }

    public ErrorRecord Record { get; }

    /// <summary>The target that ended with this error; null for an error of a single job.</summary>
    public ListingTarget? Failed { get; }
}
