using System.Management.Automation;
using BedrockJobs.Listing;

namespace BedrockJobs.Commands;

/// <summary>An error that is due to be written.</summary>
internal sealed class ListingError
{
    public ListingError(ErrorRecord record, ListingTarget? failed = null)
    {
        Record = record;
        Failed = failed;
    }

    public ErrorRecord Record { get; }

    /// <summary>The target that ended with it; null for an error about one job.</summary>
    public ListingTarget? Failed { get; }
}
