using System;
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

    /// <summary>The AWS Region to ask, such as us-east-1. By default that of the profile or the environment.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ValidateRegion]
    public string? Region { get; set; }

    /// <summary>The name of the profile, in the shared AWS files, whose credentials and Region to use.</summary>
    [Parameter]
    [Alias("AWSProfileName")]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

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

    private protected IBedrockService Connect() => IsolatedService.Factory.Connect(new ConnectionSettings
    {
        Region = Region?.ToLowerInvariant(),
        ProfileName = ProfileName,
        EndpointUrl = EndpointUrl,
    });

    /// <summary>Runs a request and blocks the pipeline thread until it ends.</summary>
    /// <param name="request">Starts the request; it is cancelled when the pipeline is stopped.</param>
    /// <param name="onWait">Called now and then on the pipeline thread while the request runs.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    private protected T Await<T>(Func<CancellationToken, Task<T>> request, Action onWait)
    {
        var token = _stopping.Token;
        try
        {
            // Off the pipeline thread from the start: the SDK does a good deal before it first awaits, and the first
            // time it has yet to be loaded and compiled.
            var task = Task.Run(() => request(token), token);
            while (Task.WaitAny([task], (int)WaitStep.TotalMilliseconds, token) < 0)
            {
                onWait();
            }

            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
