namespace BedrockJobs.Commands;

/// <summary>Stops Amazon Bedrock model customization jobs.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html">StopModelCustomizationJob</see>.
/// </remarks>
[Cmdlet(VerbsLifecycle.Stop, "BdrCustomizationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpFolder + "Stop-BdrCustomizationJob.md")]
[OutputType(typeof(CustomizationJobDetail))]
public sealed class StopBdrCustomizationJobCommand : BedrockCommand
{
    private JobFetcher? _fetcher;

    /// <summary>The names or ARNs of the jobs to stop, or objects with a JobArn property.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobArn", "Arn")]
    [ValidateNotNullOrEmpty]
    [JobIdentifierTransformation]
    [ValidateJobIdentifier]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobIdentifier { get; set; }

    /// <summary>Returns each stopped job with its status after the stop.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Starts to get the job details for the prompts, and stops the jobs that are available.</summary>
    protected override void ProcessRecord()
    {
        var jobs = RequestedJobs(JobIdentifier!).Where(job => !HasEnded(job.Job)).ToList();
        if (IsWhatIf)
        {
            jobs.ForEach(job => ShouldProcess(WhatIfText(job), string.Empty, string.Empty));
            return;
        }

        _fetcher ??= new JobFetcher(Run);
        Stop(_fetcher.Fetch(jobs, isInput: MyInvocation.ExpectingInput));
    }

    /// <summary>Stops the remaining jobs.</summary>
    protected override void EndProcessing() => Stop(_fetcher?.FetchRest() ?? []);

    private void Stop(IEnumerable<FetchedJob> jobs)
    {
        foreach (var (requested, place, job) in jobs)
        {
            if (job.HasEnded)
            {
                WriteEnded(requested.Identifier, place.Name, job.Status, job.RequestId);
            }
            else if (IsConfirmed(job, place)
                && TrySend(requested, place, (service, token) => service.StopJobAsync(job.JobArn, token), out var requestId))
            {
                Run.Pipeline.WriteVerbose(Text(SR.VerboseStop, Operation.StopJob, place.Name, job.JobName, requestId));
                if (PassThru && TrySend(requested, place, (service, token) => service.GetJobAsync(job.JobArn, token), out var stopped))
                {
                    WriteObject(stopped);
                }
            }
        }
    }

    private bool IsConfirmed(CustomizationJobDetail job, Place place)
    {
        try
        {
            return ShouldProcess(Text(SR.StopDescription, job, place.Name), Text(SR.StopQuestion, job, place.Name), SR.StopCaption);
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            WriteError(ErrorRecordFactory.Contradiction(nameof(SR.NobodyToConfirm), Text(SR.NobodyToConfirm, job, place.Name), job));
            return false;
        }
    }

    // If the object shows that the job has ended, no request is needed, because the status is final.
    private bool HasEnded(JobReference job)
    {
        if (job is not { Region: { } region, Status: { } status } || !JobStatus.IsEnded(status))
        {
            return false;
        }

        WriteEnded(job.Identifier, region, status, requestId: null);
        return true;
    }

    private void WriteEnded(string jobIdentifier, string place, string status, string? requestId) => Run.Pipeline.WriteError(
        new BedrockRequestException(
            BedrockErrorId.JobNotStoppable, Operation.Stop(jobIdentifier, place), Text(SR.HasEnded, status), requestId),
        jobIdentifier);

    private bool TrySend<T>(JobReference job, Place place, Func<IBedrockService, CancellationToken, Task<T>> send, out T? reply)
    {
        var request = Run.SendAsync(place, name => Operation.Stop(job.Identifier, name), send, Run.Stopping);
        Run.Pipeline.WaitFor(request);
        try
        {
            reply = request.GetAwaiter().GetResult().Value;
            return true;
        }
        catch (BedrockRequestException failure)
        {
            Run.Pipeline.WriteError(failure, job.Identifier);
            reply = default;
            return false;
        }
    }

    // With -WhatIf no request is sent, so the text contains only what the input object provides.
    private static string WhatIfText(RequestedJob requested)
    {
        var (job, places) = requested;
        var place = places is [{ ProfileName: { } profile }] ? Text(SR.PlaceName, job.Region, profile) : job.Region;
        return job is { JobName: { } name, BaseModelId: { } model, CreationTime: { } created }
            ? Text(SR.StopDescription, name, model, DisplayText.Duration(DateTime.UtcNow - created.ToUniversalTime()), place)
            : Text(SR.StopUnknown, job.Identifier);
    }

    private static string Text(string format, CustomizationJob job, string place) =>
        Text(format, job.JobName, job.BaseModelId, DisplayText.Duration(job.Duration), place);

    private static string Text(string format, params string?[] values) =>
        format.With([.. values.Select(PrintableText.From)]);
}
