namespace Amazon.Bedrock.Model;

/// <summary>Which customization jobs to list, and how. Only what is set is sent.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
public class ListModelCustomizationJobsRequest : AmazonBedrockRequest
{
    /// <summary>
    /// Only jobs created after this time. Sent in UTC to the millisecond; Kind Unspecified is taken as local.
    /// </summary>
    public DateTime? CreationTimeAfter { get; set; }

    /// <summary>
    /// Only jobs created before this time. Sent in UTC to the millisecond; Kind Unspecified is taken as local.
    /// </summary>
    public DateTime? CreationTimeBefore { get; set; }

    /// <summary>Only jobs with this status.</summary>
    public FineTuningJobStatus? StatusEquals { get; set; }

    /// <summary>Only jobs whose name contains this, 1 to 63 characters.</summary>
    public string? NameContains { get; set; }

    /// <summary>The most jobs on a page, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The token of the page before, to be sent with otherwise unchanged filters.</summary>
    public string? NextToken { get; set; }

    /// <summary>The field to sort by.</summary>
    public SortJobsBy? SortBy { get; set; }

    /// <summary>The order of the jobs.</summary>
    public SortOrder? SortOrder { get; set; }
}
