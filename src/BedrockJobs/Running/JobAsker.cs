namespace BedrockJobs.Running;

/// <summary>Requests the details of jobs, with a limited number of concurrent requests.</summary>
internal sealed class JobAsker : IDisposable
{
    private readonly ConnectionSet _connections;
    private readonly SemaphoreSlim _throttle;
    private readonly CancellationToken _stopping;

    /// <param name="connections">The connections of the command. They are disposed with this object.</param>
    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    /// <param name="stopping">Cancels all requests.</param>
    public JobAsker(ConnectionSet connections, int throttleLimit, CancellationToken stopping)
    {
        _connections = connections;
        _throttle = new SemaphoreSlim(throttleLimit);
        _stopping = stopping;
    }

    /// <summary>
    /// Starts to request a job in every place that might contain it. Requests are sent in the order of the calls.
    /// </summary>
    public JobLookup Start(JobTarget target) => new(
        target.Job,
        target.Places.Select(_connections.To).Select(connection =>
        {
            // In a task, a job could get its turn before the job whose response the pipeline waits for.
            var turn = _throttle.WaitAsync(_stopping);
            return Task.Run(() => AskAsync(target.Job.Identifier, connection, turn), _stopping);
        }));

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _connections.Dispose();

        // The semaphore isn't disposed: a request that is being canceled might still use it, and it holds no resources
        // to release.
    }

    private async Task<JobAnswer> AskAsync(string jobIdentifier, Connection connection, Task turn)
    {
        var answer = new JobAnswer(jobIdentifier, connection);
        await turn.ConfigureAwait(false);
        try
        {
            answer.Service = await connection.Service.ConfigureAwait(false);
            var watch = Stopwatch.StartNew();
            answer.Job = await answer.Service.GetJobAsync(jobIdentifier, _stopping).ConfigureAwait(false);
            answer.Elapsed = watch.Elapsed;
        }
        catch (BedrockRequestException failure)
        {
            answer.Failure = failure;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            answer.Failure = UnexpectedFailure.Of(
                exception, Operation.Get(jobIdentifier, answer.Service?.Name ?? SR.RegionSubject));
        }
        finally
        {
            _throttle.Release();
        }

        return answer;
    }
}
