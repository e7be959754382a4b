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
    private JobReader? _reader;

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
        var targets = JobTargets(JobIdentifier!).Where(target => MayBeStoppable(target.Job));
        if (IsWhatIf)
        {
            foreach (var target in targets)
            {
                ShouldProcess(WhatIfText(target), string.Empty, string.Empty);
            }

            return;
        }

        _reader ??= new JobReader(this, WaitFor, ThrottleLimit, StopToken);
        Stop(_reader.Read([.. targets], isInput: MyInvocation.ExpectingInput));
    }

    /// <summary>Stops the remaining jobs.</summary>
    protected override void EndProcessing()
    {
        if (_reader is not null)
        {
            Stop(_reader.ReadRest());
        }
    }

    /// <summary>Cancels pending requests.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _reader?.Dispose();
        }
    }

    private void Stop(IEnumerable<JobAnswer> answers)
    {
        foreach (var answer in answers)
        {
            var job = answer.Job!;
            var service = answer.Service!;
            if (JobStatus.IsEnded(job.Status))
            {
                WriteEnded(answer.JobIdentifier, service.Name, job.Status, job.RequestId);
            }
            else if (ShouldProcess(
                Text(SR.StopDescription, job.JobName, job.BaseModelId, job.Duration, service.Name),
                Text(SR.StopQuestion, job.JobName, job.BaseModelId, job.Duration, service.Name),
                SR.StopCaption)
                && TryAsk(answer, () => service.StopJobAsync(job.JobArn, StopToken), out var requestId))
            {
                new CommandLog(this).Tell(Text(SR.VerboseStop, Operation.StopJob, service.Name, job.JobName, requestId));
                if (PassThru && TryAsk(answer, () => service.GetJobAsync(job.JobArn, StopToken), out var stopped))
                {
                    WriteObject(stopped);
                }
            }
        }
    }

    // If the object shows that the job has ended, no request is needed, because the status is final.
    private bool MayBeStoppable(JobReference job)
    {
        if (job.Region is { } region && job.Known?.Status is { } status && JobStatus.IsEnded(status))
        {
            WriteEnded(job.Identifier, region, status, requestId: null);
            return false;
        }

        return true;
    }

    private void WriteEnded(string jobIdentifier, string region, string status, string? requestId)
    {
        var failure = new BedrockRequestException(
            BedrockErrorId.JobNotStoppable,
            Operation.Stop(jobIdentifier, region),
            Text(SR.HasEnded, status),
            requestId);
        WriteError(ErrorRecordFactory.Create(failure, jobIdentifier));
    }

    // With -WhatIf no request is sent, so the text contains only what the input object provides.
    private static string WhatIfText(JobTarget target)
    {
        var job = target.Job;
        return job is { Region: { } region, Known: { JobName: { } name, BaseModelId: { } model, CreationTime: { } created } }
            ? Text(SR.StopDescription, name, model, DateTime.UtcNow - created.ToUniversalTime(), PlaceOf(region, target))
            : Text(SR.StopUnknown, job.Identifier);
    }

    private static string PlaceOf(string region, JobTarget target) =>
        target.Places.Count == 1 && target.Places[0].ProfileName is { } profileName
            ? string.Format(CultureInfo.CurrentCulture, SR.TargetName, region, profileName)
            : region;

    private bool TryAsk<T>(JobAnswer about, Func<Task<T>> ask, out T? reply)
    {
        var asked = Task.Run(ask, StopToken);
        WaitFor(asked, () => { });
        try
        {
            reply = asked.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = exception as BedrockRequestException
                ?? UnexpectedFailure.Of(exception, Operation.Stop(about.JobIdentifier, about.Service!.Name));
            WriteError(ErrorRecordFactory.Create(failure, about.JobIdentifier));
            reply = default;
            return false;
        }
    }

    private static string Text(string format, params object?[] values) => string.Format(
        CultureInfo.CurrentCulture,
        format,
        [.. values.Select(value => value is TimeSpan span ? DisplayText.Duration(span) : PrintableText.From(value?.ToString()))]);
}
