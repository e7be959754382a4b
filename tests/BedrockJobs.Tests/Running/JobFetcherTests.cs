using System.Collections.Concurrent;

namespace BedrockJobs.Tests.Running;

public sealed class JobFetcherTests
{
    private static readonly ConnectionSettings[] Places =
    [
        new() { Region = "us-east-1" },
        new() { Region = "eu-west-1" },
        new() { Region = "eu-west-1", ProfileName = "other" },
    ];

    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public void All_jobs_use_one_connection_to_each_Region_and_profile_and_it_is_closed_with_the_run()
    {
        var services = new ConcurrentQueue<WaitingService>();
        var run = RunOf(services, 8);

        var jobs = Fetch(run, Names(20), Places);

        Assert.Equal(3, services.Count);
        Assert.All(services, service => Assert.Equal(20, service.Asked.Count));
        Assert.Equal(Names(20), jobs);
        run.Dispose();
        Assert.All(services, service => Assert.True(service.IsClosed));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_requests_as_allowed_run_at_the_same_time_and_no_more(int limit)
    {
        var services = new ConcurrentQueue<WaitingService>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var run = RunOf(services, limit, gate.Task);

        var fetching = Task.Run(() => Fetch(run, Names(10), Places[0]), TestContext.Current.CancellationToken);
        await Task.Run(() => SpinWait.SpinUntil(() => services.Sum(service => service.Running) == limit), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal(limit, services.Sum(service => service.Running));
        gate.SetResult();
        await fetching;
        Assert.True(services.Single().MostRunning <= limit);
    }

    [Fact]
    public void Requests_are_sent_in_the_order_of_the_jobs_even_if_the_connection_is_ready_later()
    {
        var services = new ConcurrentQueue<WaitingService>();
        using var run = RunOf(services, 1, connecting: Task.Delay(100, TestContext.Current.CancellationToken));

        Fetch(run, Names(100), Places[0]);

        Assert.Equal(Names(100), services.Single().Asked);
    }

    [Fact]
    public void A_failed_connection_is_an_error_of_each_job_and_is_tried_once()
    {
        var attempts = 0;
        using var run = new CommandRun(_pipeline, 8, CancellationToken.None, _ =>
        {
            Interlocked.Increment(ref attempts);
            throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, "Amazon Bedrock", detail: null);
        });

        Assert.Empty(Fetch(run, ["first", "second"], Places[0]));

        Assert.Equal(["first", "second"], _pipeline.Errors.Select(error => error.Target));
        Assert.All(_pipeline.Errors, error => Assert.Equal(BedrockErrorId.CredentialsNotFound, error.Failure.ErrorId));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public void An_unexpected_exception_is_an_error_without_its_message()
    {
        using var run = new CommandRun(_pipeline, 8, CancellationToken.None, _ => throw new UriFormatException("HUNTER2"));

        Fetch(run, ["first"], Places[0]);

        var failure = Assert.Single(_pipeline.Errors).Failure;
        Assert.Equal(BedrockErrorId.UnexpectedError, failure.ErrorId);
        Assert.DoesNotContain("HUNTER2", failure.ToString() + failure.Trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_two_profiles_can_access_is_returned_once()
    {
        using var run = RunOf(new(), 8);

        Assert.Equal(["job-0"], Fetch(run, Names(1), Places));
    }

    [Fact(Timeout = 30_000)]
    public async Task Stopping_cancels_requests_in_progress()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var run = RunOf(new(), 1, Task.Delay(Timeout.Infinite, stopping.Token), stopping: stopping);
        var fetching = Task.Run(() => Fetch(run, Names(3), Places[0]), TestContext.Current.CancellationToken);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_place_that_is_still_connecting_takes_no_turn_from_others()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var run = new CommandRun(_pipeline, 1, stopping.Token, async settings =>
        {
            await (settings.ProfileName is null ? Task.CompletedTask : Task.Delay(Timeout.Infinite, stopping.Token)).ConfigureAwait(false);
            return new WaitingService(Task.CompletedTask);
        });

        var connecting = run.GetJobAsync(run.PlaceOf(Places[2]), "first", stopping.Token);
        await run.GetJobAsync(run.PlaceOf(Places[1]), "second", stopping.Token);

        Assert.False(connecting.IsCompleted);
        await stopping.CancelAsync();
    }

    [Fact]
    public async Task A_request_after_the_end_of_the_run_does_not_connect()
    {
        var services = new ConcurrentQueue<WaitingService>();
        var run = RunOf(services, 1);
        var place = run.PlaceOf(Places[0]);
        run.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.GetJobAsync(place, "first", TestContext.Current.CancellationToken));

        Assert.Empty(services);
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"job-{i}")];

    private static List<string> Fetch(CommandRun run, IEnumerable<string> names, params ConnectionSettings[] places)
    {
        var fetcher = new JobFetcher(run);
        var jobs = names.Select(name => new RequestedJob(JobReference.Of(name), places));
        return [.. fetcher.Fetch(jobs, isInput: false).Concat(fetcher.FetchRest()).Select(job => job.Detail.JobName)];
    }

    private CommandRun RunOf(
        ConcurrentQueue<WaitingService> services, int limit, Task? gate = null, Task? connecting = null, CancellationTokenSource? stopping = null) =>
        new(_pipeline, limit, stopping?.Token ?? TestContext.Current.CancellationToken, async _ =>
        {
            await (connecting ?? Task.CompletedTask).ConfigureAwait(false);
            var service = new WaitingService(gate ?? Task.CompletedTask);
            services.Enqueue(service);
            return service;
        });

    /// <summary>Returns every requested job after a gate is open.</summary>
    private sealed class WaitingService(Task gate) : IBedrockService
    {
        private int _running;

        public ConcurrentQueue<string> Asked { get; } = new();

        public bool IsClosed { get; private set; }

        public int Running => Volatile.Read(ref _running);

        public int MostRunning { get; private set; }

        public string Region => "us-east-1";

        public string Name => "us-east-1";

        public string Endpoint => "memory";

        public bool CanRenewKey => false;

        public Task<JobPage> ListJobsAsync(JobQuery query, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public async Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken)
        {
            Asked.Enqueue(jobIdentifier);
            MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref _running));
            await gate.ConfigureAwait(false);
            Interlocked.Decrement(ref _running);
            return new CustomizationJobDetail { JobName = jobIdentifier, JobArn = jobIdentifier };
        }

        public Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public void Dispose() => IsClosed = true;
    }
}
