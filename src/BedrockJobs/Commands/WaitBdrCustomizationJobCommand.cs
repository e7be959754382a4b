namespace BedrockJobs.Commands;

/// <summary>
/// Waits until Amazon Bedrock model customization jobs have ended, and returns the details of each job as it ends.
/// </summary>
/// <remarks>
/// Polls with <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>
/// and gets the details of ended jobs with <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </remarks>
[Cmdlet(VerbsLifecycle.Wait, "BdrCustomizationJob", HelpUri = HelpFolder + "Wait-BdrCustomizationJob.md")]
[OutputType(typeof(CustomizationJobDetail))]
public sealed class WaitBdrCustomizationJobCommand : BedrockCommand
{
    private readonly List<RequestedJob> _jobs = [];

    /// <summary>The jobs to wait for: names, ARNs, or jobs from a listing.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobArn", "Arn")]
    [ValidateNotNullOrEmpty]
    [JobIdentifierTransformation]
    [ValidateJobIdentifier]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobIdentifier { get; set; }

    /// <summary>
    /// How long to wait: seconds, a TimeSpan, or a text such as 90m or 12h. By default there is no limit.
    /// </summary>
    [Parameter]
    [PeriodTransformation("00:00:00", PeriodTransformationAttribute.Longest, nameof(SR.InvalidTimeout), TakesSeconds = true)]
    public Period Timeout { get; set; }

    /// <summary>
    /// The time between two polls: seconds, a TimeSpan, or a text such as 30s or 5m. The default is one minute.
    /// </summary>
    [Parameter]
    [PeriodTransformation("00:00:01", "1.00:00:00", nameof(SR.InvalidPollInterval), TakesSeconds = true)]
    public Period PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Returns when the first job has ended.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <summary>Collects the jobs.</summary>
    protected override void ProcessRecord() => _jobs.AddRange(RequestedJobs(JobIdentifier!));

    /// <summary>Waits for the jobs.</summary>
    protected override void EndProcessing()
    {
        var settings = new WaitSettings
        {
            Timeout = MyInvocation.BoundParameters.ContainsKey(nameof(Timeout)) ? Timeout : null,
            PollInterval = PollInterval,
            IsAnyEnough = Any,
        };
        using var wait = new JobWait(Run, JobWait.Connect(Run, _jobs, settings), settings);
        foreach (var job in wait.Read())
        {
            WriteObject(job);
        }
    }
}
