using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>Asks for jobs in full, so many requests at a time.</summary>
internal sealed class JobAsker : IDisposable
{
    private readonly ConnectionSet _connections;
    private readonly SemaphoreSlim _throttle;
    private readonly CancellationToken _stopping;

    /// <param name="connections">The command's connections; disposed with this.</param>
    /// <param name="throttleLimit">How many requests may run at a time.</param>
    /// <param name="stopping">Ends all requests.</param>
    public JobAsker(ConnectionSet connections, int throttleLimit, CancellationToken stopping)
    {
        _connections = connections;
        _throttle = new SemaphoreSlim(throttleLimit);
        _stopping = stopping;
    }

    /// <summary>Sets out to ask for a job in every place where it may be.</summary>
    public JobLookup Start(JobTarget target) => new(
        target.Job,
        target.Places.Select(_connections.To).Select(
            connection => Task.Run(() => AskAsync(target.Job.Identifier, connection), _stopping)));

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _connections.Dispose();

        // The semaphore is not disposed: a request that is being ended may still hold it, and it has nothing to release.
    }

    private async Task<JobAnswer> AskAsync(string jobIdentifier, Connection connection)
    {
        var answer = new JobAnswer(jobIdentifier, connection);
        try
        {
            answer.Service = await connection.Service.ConfigureAwait(false);
            await _throttle.WaitAsync(_stopping).ConfigureAwait(false);
            try
            {
                var watch = Stopwatch.StartNew();
                answer.Job = await answer.Service.GetJobAsync(jobIdentifier, _stopping).ConfigureAwait(false);
                answer.Elapsed = watch.Elapsed;
            }
            finally
            {
                _throttle.Release();
            }
        }
        catch (BedrockRequestException failure)
        {
            answer.Failure = failure;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            answer.Failure = UnexpectedFailure.Of(
                exception, OperationSubject.Of(OperationName.GetJob, jobIdentifier, answer.Service?.Name ?? SR.RegionSubject));
        }

        return answer;
    }
}
