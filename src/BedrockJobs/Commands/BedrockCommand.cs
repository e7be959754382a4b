using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Parameters;
using BedrockJobs.Service;

namespace BedrockJobs.Commands;

/// <summary>
/// What every cmdlet here shares: the parameters of the connection, and a pipeline thread that waits for requests and
/// stops waiting when the user does.
/// </summary>
public abstract class BedrockCommand : PSCmdlet, IDisposable
{
    /// <summary>How long the pipeline thread waits at a time before it looks whether progress is due.</summary>
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private bool _isDisposed;

    private protected BedrockCommand()
    {
    }

    /// <summary>The AWS Regions to ask, such as us-east-1. By default that of the environment or the profile.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    [ValidateRegion]
    public string[]? Region { get; set; }

    /// <summary>The names of the profiles, in the shared AWS files, whose credentials to use.</summary>
    [Parameter]
    [Alias("AWSProfileName")]
    [ValidateNotNullOrEmpty]
    public string[]? ProfileName { get; set; }

    /// <summary>The address to send requests to in place of the Region's public endpoint.</summary>
    [Parameter]
    [ValidateEndpointUrl]
    public string? EndpointUrl { get; set; }

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
    private protected IReadOnlyList<ConnectionSettings> Targets() =>
    [
        .. from profileName in DistinctOrNone(ProfileName, StringComparer.Ordinal)
           from region in DistinctOrNone(Region, StringComparer.OrdinalIgnoreCase)
           select new ConnectionSettings
           {
               Region = region?.ToLowerInvariant(),
               ProfileName = profileName,
               EndpointUrl = EndpointUrl,
           },
    ];

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
                onWait();
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private static IEnumerable<string?> DistinctOrNone(string[]? values, StringComparer comparer) =>
        values?.Distinct(comparer) ?? Enumerable.Repeat<string?>(null, 1);
}
