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
public sealed partial class GetBdrCustomizationJobCommand : BedrockCommand
{
    private const string QuerySet = "Query";
    private const string RecentSet = "Recent";
    private const string IdentifierSet = "Identifier";
    private const string ResumeSet = "Resume";

    /// <summary>The names of the jobs, or wildcard patterns. They aren't case-sensitive.</summary>
    [Parameter(ParameterSetName = QuerySet, Position = 0)]
    [Parameter(ParameterSetName = RecentSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [NumberInList]
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
    /// <remarks>
    /// The API defines the pattern as <c>[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*</c>. It matches the same text but takes exponential
    /// time for a series of hyphens.
    /// </remarks>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [Alias("NameContain")]
    [ValidateText(@"[a-zA-Z0-9][a-zA-Z0-9+\-.]{0,62}", nameof(SR.InvalidNameContains))]
    public string? NameContains { get; set; }

    /// <summary>The statuses of the jobs to get. AWS might add statuses, so every word is accepted.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Parameter(ParameterSetName = RecentSet)]
    [Alias("StatusEqual", "StatusEquals")]
    [ValidateNotNullOrEmpty]
    [StatusTransformation]
    [ValidateStatus]
    [ArgumentCompleter(typeof(StatusCompleter))]
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
    [PeriodTransformation("00:00:00.0000001", PeriodTransformationAttribute.Longest, nameof(SR.InvalidAge))]
    public Period MaxAge { get; set; }

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
    [ValidateText(@"\S{1,2048}", nameof(SR.InvalidNextToken))]
    public string? NextToken { get; set; }

    /// <summary>The target of a listing's error. The listing continues where it stopped.</summary>
    [Parameter(ParameterSetName = ResumeSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [JobQueryTransformation]
    public JobQuery? InputObject { get; set; }
}
