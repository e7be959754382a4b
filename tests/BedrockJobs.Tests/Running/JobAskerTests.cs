using System.Collections.Concurrent;

namespace BedrockJobs.Tests.Running;

public sealed class JobAskerTests
{
    private static readonly ConnectionSettings[] Places =
    [
        new() { Region = "us-east-1" },
        new() { Region = "eu-west-1" },
        new() { Region = "eu-west-1", ProfileName = "other" },
    ];

    [Fact(Timeout = 30_000)]
    public async Task All_jobs_use_one_connection_to_each_Region_and_profile_and_it_is_closed_with_the_asker()
    {
        var services = new ConcurrentQueue<WaitingService>();
        var asker = new JobAsker(Connections(services), 8, TestContext.Current.CancellationToken);

        var lookups = Enumerable.Range(0, 20).Select(i => asker.Start(new JobTarget(JobReference.Of($"job-{i}"), Places))).ToList();
        foreach (var lookup in lookups)
        {
            await lookup.Completion;
        }

        Assert.Equal(3, services.Count);
        Assert.All(services, service => Assert.Equal(20, service.Asked.Count));
        asker.Dispose();
        Assert.All(services, service => Assert.True(service.IsClosed));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_requests_as_allowed_run_at_the_same_time_and_no_more(int limit)
    {
        var services = new ConcurrentQueue<WaitingService>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var asker = new JobAsker(Connections(services, gate.Task), limit, TestContext.Current.CancellationToken);

        var lookups = Enumerable.Range(0, 10).Select(i => asker.Start(new JobTarget(JobReference.Of($"job-{i}"), [Places[0]]))).ToList();
        await Task.Run(() => SpinWait.SpinUntil(() => services.Sum(service => service.Running) == limit), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal(limit, services.Sum(service => service.Running));
        gate.SetResult();
        foreach (var lookup in lookups)
        {
            await lookup.Completion;
        }

        Assert.True(services.Single().MostRunning <= limit);
    }

    [Fact(Timeout = 30_000)]
    public async Task Requests_are_sent_in_the_order_of_the_jobs_even_if_the_connection_is_ready_later()
    {
        var services = new ConcurrentQueue<WaitingService>();
        using var isReady = new ManualResetEventSlim();
        using var asker = new JobAsker(Connections(services, isReady: isReady), 1, TestContext.Current.CancellationToken);
        var names = Enumerable.Range(0, 100).Select(i => $"job-{i}").ToList();

        var lookups = names.Select(name => asker.Start(new JobTarget(JobReference.Of(name), [Places[0]]))).ToList();
        isReady.Set();
        foreach (var lookup in lookups)
        {
            await lookup.Completion;
        }

        Assert.Equal(names, services.Single().Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_failed_connection_is_the_answer_for_each_job_and_is_tried_once()
    {
        var attempts = 0;
        using var asker = new JobAsker(
            new ConnectionSet(settings => Connection.Start(settings, _ =>
            {
                Interlocked.Increment(ref attempts);
                throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, "Amazon Bedrock", detail: null);
            })),
            8,
            TestContext.Current.CancellationToken);

        foreach (var name in new[] { "first", "second" })
        {
            var lookup = asker.Start(new JobTarget(JobReference.Of(name), [Places[0]]));
            await lookup.Completion;

            Assert.Equal(BedrockErrorId.CredentialsNotFound, Assert.Single(lookup.Failures).ErrorId);
            Assert.Null(Assert.Single(lookup.Answers).Service);
        }

        Assert.Equal(1, attempts);
    }

    [Fact(Timeout = 30_000)]
    public async Task Stopping_cancels_requests_in_progress()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var asker = new JobAsker(Connections(new(), Task.Delay(Timeout.Infinite, stopping.Token)), 1, stopping.Token);
        var lookups = Enumerable.Range(0, 3).Select(i => asker.Start(new JobTarget(JobReference.Of($"job-{i}"), [Places[0]]))).ToList();

        await stopping.CancelAsync();

        foreach (var lookup in lookups)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lookup.Completion);
        }
    }

    private static ConnectionSet Connections(
        ConcurrentQueue<WaitingService> services, Task? gate = null, ManualResetEventSlim? isReady = null) =>
        new(settings => Connection.Start(settings, _ =>
        {
            isReady?.Wait();
            var service = new WaitingService(gate ?? Task.CompletedTask);
            services.Enqueue(service);
            return Task.FromResult<IBedrockService>(service);
        }));

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

        public Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken) =>
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
