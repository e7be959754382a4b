using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Identity;
using BedrockJobs.Parameters;
using BedrockJobs.Service;
using BedrockJobs.Targets;
using BedrockJobs.Views;

namespace BedrockJobs.Commands;

/// <summary>
/// What every cmdlet here shares: the parameters of the connection, and a pipeline thread that waits for requests and
/// stops waiting when the user does.
/// </summary>
public abstract class BedrockCommand : PSCmdlet, IDisposable
{
    /// <summary>The folder of the help's markdown, which Get-Help -Online opens.</summary>
    private protected const string HelpFolder = "https://github.com/bedrockjobs/bedrockjobs/blob/main/docs/";

    /// <summary>How long the pipeline thread waits at a time before it looks whether progress is due.</summary>
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CodePrompt _codePrompt = new();
    private string? _firstRegion;
    private bool _isDisposed;

    private protected BedrockCommand()
    {
    }

    /// <summary>The AWS Regions to ask, such as us-east-1. By default that of the environment or the profile.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ValidateRegion]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>The names of the profiles, in the shared AWS files, whose credentials to use.</summary>
    [Parameter]
    [Alias("AWSProfileName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string[]? ProfileName { get; set; }

    /// <summary>The shared credentials file to read profiles from, in place of ~/.aws/credentials.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>
    /// The key to use: a PSCredential with the access key id as user name and the secret access key as password, or
    /// credentials as Get-AWSCredential returns them. It goes before every other.
    /// </summary>
    [Parameter]
    [CredentialTransformation]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The session token of a temporary key that is passed with <see cref="Credential"/>.</summary>
    [Parameter]
    [SessionTokenTransformation]
    [ValidateNotNull]
    [ValidateSessionToken]
    public SecureString? SessionToken { get; set; }

    /// <summary>The address to send requests to in place of the Region's public endpoint.</summary>
    [Parameter]
    [ValidateEndpointUrl]
    public string? EndpointUrl { get; set; }

    /// <summary>How many requests may run at a time: 1 to 64, by default 8.</summary>
    [Parameter]
    [CountTransformation(64)]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Releases what the cmdlet holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _codePrompt.Dispose();

            // What was begun for the command ends with it.
            _stopping.Cancel();
            _stopping.Dispose();
        }
    }

    /// <summary>Ends the request in flight, when the user presses Ctrl+C.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is called on another thread, and may come when the cmdlet has just ended.
        }
    }

    /// <summary>Each Region with each profile, in the order in which they were named.</summary>
    private protected IReadOnlyList<ConnectionSettings> Targets() => Targets(Region, ProfileName);

    /// <summary>
    /// Where to ask for jobs. Each is asked for in the Region of its ARN, or else in each that was named; with each profile
    /// that was named, or else the one that the job was listed with.
    /// </summary>
    /// <remarks>
    /// -Region that contradicts an ARN ends the command before any request. Where the ARN comes from the pipeline it is an
    /// error for that one, as with every other input that can't be bound.
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
                targets.Add(new JobTarget(job, Targets([job.Region], profiles)));
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

    /// <summary>A place that a query names.</summary>
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
                   AskForCode = _codePrompt.Ask,
                   Ended = StopToken,
               },
        ];
    }

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    /// <summary>Blocks the pipeline thread until the task has ended, well or not.</summary>
    /// <param name="task">What to wait for.</param>
    /// <param name="onWait">Called now and then meanwhile.</param>
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
