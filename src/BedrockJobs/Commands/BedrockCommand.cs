using System.Security;

namespace BedrockJobs.Commands;

/// <summary>
/// The base class of all cmdlets: the connection parameters, and a pipeline thread that waits for requests until they
/// finish or the user stops the pipeline.
/// </summary>
public abstract class BedrockCommand : PSCmdlet, IDisposable
{
    /// <summary>The folder of the help's markdown, which Get-Help -Online opens.</summary>
    private protected const string HelpFolder = "https://github.com/bedrockjobs/bedrockjobs/blob/main/docs/";

    /// <summary>How long the pipeline thread waits between two progress checks.</summary>
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CodePrompt _codePrompt = new();
    private string? _firstRegion;
    private bool _isDisposed;

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

    /// <summary>Releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _codePrompt.Dispose();

            // Background work of the command ends with the command.
            _stopping.Cancel();
            _stopping.Dispose();
        }
    }

    /// <summary>Cancels the pending requests when the user presses Ctrl+C.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // PowerShell calls this method on another thread, possibly after the cmdlet has ended.
        }
    }

    /// <summary>Each combination of Region and profile, in the order in which the user specified them.</summary>
    private protected IReadOnlyList<ConnectionSettings> Targets() => Targets(Region, ProfileName);

    /// <summary>
    /// Where to look for the jobs. The Region is the Region in the ARN, or else each specified Region. The profile is
    /// each specified profile, or else the profile that the job was listed with.
    /// </summary>
    /// <remarks>
    /// If -Region contradicts an ARN, the command ends before any request. If the ARN comes from the pipeline, the
    /// contradiction is an error for that input only, like any other input that can't be bound.
    /// </remarks>
    private protected IReadOnlyList<JobTarget> JobTargets(IEnumerable<string> jobIdentifiers)
    {
        var targets = new List<JobTarget>();
        foreach (var job in jobIdentifiers.Select(JobReference.Of))
        {
            var profiles = ProfileName ?? (job.Known?.ProfileName is { } listedWith ? [listedWith] : null);
            if (job.Region is null)
            {
                targets.Add(new JobTarget(job, Targets(Region, profiles)));
            }
            else if (Region is null || Region.Contains(job.Region, StringComparer.OrdinalIgnoreCase))
            {
                var places = Targets([job.Region], profiles);
                foreach (var place in places)
                {
                    place.IsRegionFromArn = Region is null;
                }

                targets.Add(new JobTarget(job, places));
            }
            else
            {
                Refuse(ErrorRecordFactory.Contradiction(
                    nameof(SR.RegionContradictsArn),
                    string.Format(
                        CultureInfo.CurrentCulture,
                        SR.RegionContradictsArn,
                        string.Join(", ", Region),
                        PrintableText.From(job.Identifier),
                        job.Region),
                    job.Identifier));
            }
        }

        return targets;

        void Refuse(ErrorRecord error)
        {
            if (!MyInvocation.ExpectingInput)
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
        }
    }

    /// <summary>The Region and profile that a query names.</summary>
    private protected ConnectionSettings Target(string? region, string? profileName, string? profileLocation, string? endpointUrl) =>
        Targets(
            region is null ? null : [region],
            profileName is null ? null : [profileName],
            profileLocation is null ? null : ExistingFile(profileLocation),
            endpointUrl)[0];

    private IReadOnlyList<ConnectionSettings> Targets(string[]? regions, string[]? profiles) => Targets(
        regions, profiles, ProfileLocation is null ? null : ExistingFile(ProfileLocation), EndpointUrl);

    private IReadOnlyList<ConnectionSettings> Targets(
        string[]? regions, string[]? profiles, string? profileLocation, string? endpointUrl)
    {
        if (SessionToken is not null && Credential is not PSCredential)
        {
            ThrowTerminatingError(ErrorRecordFactory.Contradiction(
                nameof(SR.SessionTokenWithoutCredential), SR.SessionTokenWithoutCredential, nameof(SessionToken)));
        }

        var credential = Credential is null ? null : GivenCredential.Reader(Credential, SessionToken);
        var storedCredential = SessionDefaults.Credential(SessionState);
        var storedRegion = SessionDefaults.Region(SessionState);
        _firstRegion ??= regions?[0].ToLowerInvariant();
        return
        [
            .. from profileName in DistinctOrNone(profiles, StringComparer.Ordinal)
               from region in DistinctOrNone(regions, StringComparer.OrdinalIgnoreCase)
               select new ConnectionSettings
               {
                   Region = region?.ToLowerInvariant(),
                   FirstRegion = _firstRegion,
                   Command = this,
                   ProfileName = profileName,
                   ProfileLocation = profileLocation,
                   Credential = credential,
                   EndpointUrl = endpointUrl,
                   StoredCredential = storedCredential,
                   StoredRegion = storedRegion,
                   AskForCode = _codePrompt.AskAsync,
                   WithoutRetries = CodePrompt.IsForCompletion,
                   Ended = StopToken,
               },
        ];
    }

    /// <summary>Canceled when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    /// <summary>Blocks the pipeline thread until the task succeeds or fails.</summary>
    /// <param name="task">The task to wait for.</param>
    /// <param name="onWait">Called at intervals during the wait.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    private protected void WaitFor(Task task, Action onWait)
    {
        try
        {
            while (Task.WaitAny([task], (int)WaitStep.TotalMilliseconds, StopToken) < 0)
            {
                _codePrompt.PutQuestions(Host);
                onWait();
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private string ExistingFile(string path)
    {
        var file = GetUnresolvedProviderPathFromPSPath(path);
        if (!File.Exists(file))
        {
            ThrowTerminatingError(ErrorRecordFactory.Contradiction(
                nameof(SR.ProfileLocationNotFound),
                string.Format(CultureInfo.CurrentCulture, SR.ProfileLocationNotFound, PrintableText.Quoted(file)),
                path));
        }

        return file;
    }

    private static IEnumerable<string?> DistinctOrNone(string[]? values, StringComparer comparer) =>
        values?.Distinct(comparer) ?? Enumerable.Repeat<string?>(null, 1);
}
