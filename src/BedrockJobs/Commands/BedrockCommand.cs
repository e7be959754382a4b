using System.Security;

namespace BedrockJobs.Commands;

/// <summary>The base class of all cmdlets: the connection parameters, and the run that carries the requests.</summary>
public abstract class BedrockCommand : PSCmdlet, IDisposable
{
    /// <summary>The folder of the help's markdown, which Get-Help -Online opens.</summary>
    private protected const string HelpFolder = "https://github.com/bedrockjobs/bedrockjobs/blob/main/docs/";

    private readonly CancellationTokenSource _stopping = new();
    private CommandPipeline? _pipeline;
    private CommandRun? _run;
    private RequestedPlaces? _places;

    private protected BedrockCommand()
    {
    }

    /// <summary>
    /// The AWS Regions to use, such as us-east-1. The default is the Region of the environment or the profile.
    /// </summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ValidateRegion]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>The names of the profiles in the shared AWS files whose credentials to use.</summary>
    [Parameter]
    [Alias("AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string[]? ProfileName { get; set; }

    /// <summary>The shared credentials file to use instead of ~/.aws/credentials.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>
    /// The access key to use: a PSCredential with the access key ID as user name and the secret access key as password,
    /// or credentials that Get-AWSCredential returns. It takes precedence over all other credentials.
    /// </summary>
    [Parameter]
    [CredentialTransformation]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The session token of the temporary credentials in <see cref="Credential"/>.</summary>
    [Parameter]
    [SessionTokenTransformation]
    [ValidateNotNull]
    [ValidateSessionToken]
    public SecureString? SessionToken { get; set; }

    /// <summary>The URL to send requests to instead of the public endpoint of the Region.</summary>
    [Parameter]
    [ValidateEndpointUrl]
    public string? EndpointUrl { get; set; }

    /// <summary>The maximum number of concurrent requests, from 1 to 64. The default is 8.</summary>
    [Parameter]
    [CountTransformation(64)]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    private protected CommandRun Run =>
        _run ??= new CommandRun(_pipeline = new CommandPipeline(this, _stopping.Token), ThrottleLimit, _stopping.Token);

    private protected RequestedPlaces Places => _places ??= new RequestedPlaces(CommonSettings(), Region, ProfileName, IsDefault(nameof(Region)));

    /// <summary>Cancels background work, and releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        // The session comes last: whatever it throws, no background work continues.
        _stopping.Cancel();
        _run?.Dispose();
        _pipeline?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels the pending requests when the user presses Ctrl+C.</summary>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>
    /// The jobs with these identifiers. If -Region contradicts an ARN, the command ends before any request. If the ARN comes
    /// from the pipeline, the contradiction is an error for that input only, like any other input that can't be bound.
    /// </summary>
    private protected IReadOnlyList<RequestedJob> RequestedJobs(IEnumerable<string> jobIdentifiers)
    {
        var jobs = jobIdentifiers.Select(JobReference.Of).ToLookup(job => Places.ContradictionOf(job));
        foreach (var (contradiction, job) in jobs.Where(same => same.Key is not null).SelectMany(same => same, (same, job) => (same.Key, job)))
        {
            var error = ErrorRecordFactory.Contradiction(nameof(SR.RegionContradictsArn), contradiction!, job.Identifier);
            if (!MyInvocation.ExpectingInput)
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
        }

        return [.. jobs[null].Select(Places.Of)];
    }

    /// <summary>
    /// Whether the session has a default for a parameter, which isn't a contradiction. PowerShell doesn't tell whether a value
    /// is the default.
    /// </summary>
    private protected bool IsDefault(string parameter) => SessionDefaults.Parameter(
        SessionState, MyInvocation.MyCommand.Name, MyInvocation.MyCommand.Parameters[parameter].Aliases.Prepend(parameter)).Any();

    /// <summary>Ends the command if parameters that are valid individually contradict each other.</summary>
    private protected void ThrowIf(bool contradicts, string errorId, string message, object? target)
    {
        if (contradicts)
        {
            ThrowTerminatingError(ErrorRecordFactory.Contradiction(errorId, message, target));
        }
    }

    /// <summary>Returns the full path of a shared credentials file, which must exist; null for null.</summary>
    private protected string? ExistingFile(string? path)
    {
        var file = path is null ? null : GetUnresolvedProviderPathFromPSPath(path);
        var fault = file is null ? null : UnreadableFile.FaultOf(file);
        ThrowIf(
            fault is not null, nameof(SR.ProfileLocationNotFound), SR.ProfileLocationNotFound.With(PrintableText.Quoted(file), fault), path);
        return file;
    }

    private ConnectionSettings CommonSettings()
    {
        ThrowIf(
            SessionToken is not null && Credential is not PSCredential,
            nameof(SR.SessionTokenWithoutCredential),
            SR.SessionTokenWithoutCredential,
            nameof(SessionToken));
        return new ConnectionSettings
        {
            Command = this,
            ProfileLocation = ExistingFile(ProfileLocation),
            Credential = Credential is null ? null : GivenCredential.Reader(Credential, SessionToken),
            EndpointUrl = EndpointUrl,
            StoredCredential = SessionDefaults.Credential(SessionState),
            StoredRegion = SessionDefaults.Region(SessionState),
            AskForCode = device => _pipeline!.Prompt.AskAsync(device),
            ShowWhile = (text, task) => _pipeline!.ShowWhile(text, task),
            Ended = _stopping.Token,
            WithoutRetries = CodePrompt.IsForCompletion,
        };
    }
}
