using Microsoft.Extensions.Time.Testing;

namespace BedrockJobs.Tests.Listing;

public sealed class OutageTests
{
    [Theory]
    [InlineData(BedrockErrorId.Throttled)]
    [InlineData(BedrockErrorId.ServiceFault)]
    [InlineData(BedrockErrorId.RequestTimedOut)]
    public void A_page_that_fails_for_a_temporary_reason_is_requested_again_after_increasing_delays(BedrockErrorId errorId)
    {
        var host = new ReadingHost();

        var jobs = host.Read([Failing(errorId, Enumerable.Range(2, 3))], new JobQuery { PageSize = 10 });

        Assert.Equal(30, jobs.Count);
        Assert.Empty(host.Failures);
        Assert.Equal([1, 4, 10], host.Pauses);
    }

    [Fact]
    public void A_lasting_failure_is_an_error_after_three_delays_and_the_rest_can_be_requested()
    {
        var host = new ReadingHost();

        var jobs = host.Read([Failing(BedrockErrorId.ServiceFault, Enumerable.Range(2, 4))], new JobQuery { PageSize = 10 });

        Assert.Equal(10, jobs.Count);
        Assert.Equal(BedrockErrorId.ServiceFault, Assert.Single(host.Failures).ErrorId);
        Assert.Equal("10", Assert.Single(host.Remainders).NextToken);
        Assert.Equal(3, host.Pauses.Count());
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 10)]
    public void A_page_whose_connection_fails_is_requested_again_once(int failures, int expected)
    {
        var host = new ReadingHost();

        var jobs = host.Read([Failing(BedrockErrorId.ConnectionFailed, Enumerable.Range(2, failures))], new JobQuery { PageSize = 10 });

        Assert.Equal(expected, jobs.Count);
        Assert.Equal([10], host.Pauses);
    }

    [Fact]
    public void Each_page_has_its_own_delays()
    {
        var host = new ReadingHost();

        host.Read([Failing(BedrockErrorId.Throttled, [2, 3, 5, 6])], new JobQuery { PageSize = 10 });

        Assert.Empty(host.Failures);
        Assert.Equal([1, 4, 1, 4], host.Pauses);
    }

    // Each stalled request takes 90 seconds with the retries of the SDK.
    [Theory]
    [InlineData(90)]
    [InlineData(100_000)]
    public async Task A_page_that_stalls_is_an_error_within_two_minutes(int seconds)
    {
        var time = new FakeTimeProvider();
        using var run = RunOf(time, 1, TestContext.Current.CancellationToken, new StallingService(time, TimeSpan.FromSeconds(seconds)));
        var listing = ListingOf(run, 0);
        listing.StartFetch(10, run.Stopping);
        await listing.Fetch!;
        listing.Receive();
        var start = time.GetUtcNow();

        listing.StartFetch(10, run.Stopping);
        while (!listing.Fetch!.IsCompleted)
        {
            await Task.Delay(1, run.Stopping);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => listing.Fetch);
        Assert.Equal(BedrockErrorId.RequestTimedOut, failure.ErrorId);
        Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 90, 120);
    }

    [Theory]
    [InlineData(BedrockErrorId.AccessDenied)]
    [InlineData(BedrockErrorId.CredentialsExpired)]
    [InlineData(BedrockErrorId.MalformedResponse)]
    public void A_permanent_failure_is_an_error_at_once(BedrockErrorId errorId)
    {
        var host = new ReadingHost();

        host.Read([Failing(errorId, [2])], new JobQuery { PageSize = 10 });

        Assert.Equal(errorId, Assert.Single(host.Failures).ErrorId);
        Assert.Empty(host.Pauses);
    }

    [Fact]
    public void Before_the_first_page_only_the_service_half_retries()
    {
        var host = new ReadingHost();

        host.Read([Failing(BedrockErrorId.ConnectionFailed, [1])], new JobQuery { PageSize = 10 });

        Assert.Single(host.Failures);
        Assert.Empty(host.Pauses);
    }

    [Theory]
    [InlineData(3, 3.0)]
    [InlineData(60, 60.0)]
    [InlineData(0, 0.0)]
    [InlineData(-5, 0.0)]
    [InlineData(61, null)]
    public void Retry_After_overrides_the_delay_but_more_than_a_minute_is_an_error(int seconds, double? expected)
    {
        var host = new ReadingHost();

        host.Read(
            [Failing(BedrockErrorId.Throttled, [2], TimeSpan.FromSeconds(seconds))], new JobQuery { PageSize = 10 });

        Assert.Equal(expected is { } pause ? [pause] : [], host.Pauses);
        Assert.Equal(expected is null ? 1 : 0, host.Failures.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_delay_of_one_place_does_not_delay_another()
    {
        var time = new FakeTimeProvider();
        using var run = RunOf(time, 1, TestContext.Current.CancellationToken, Failing(BedrockErrorId.ServiceFault, [2]), Failing(BedrockErrorId.ServiceFault, []));
        var paused = ListingOf(run, 0);
        var other = ListingOf(run, 1);
        await PauseAsync(paused, run.Stopping);

        other.StartFetch(10, run.Stopping);
        await other.Fetch!;

        Assert.Equal(2, Assert.Single(paused.TakePauses()).Page);
        time.Advance(TimeSpan.FromSeconds(4));
        await paused.Fetch!;
        Assert.Null(paused.Pause);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopping_ends_the_delay_at_once()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var run = RunOf(new FakeTimeProvider(), 1, stopping.Token, Failing(BedrockErrorId.ServiceFault, [2], TimeSpan.FromMinutes(1)));
        var listing = ListingOf(run, 0);
        await PauseAsync(listing, stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.Fetch!);
    }

    [Fact]
    public void An_unexpected_exception_is_an_error_with_its_method_and_without_its_message()
    {
        var host = new ReadingHost();

        host.Read([new ScriptedService(Jobs(), fault: _ => throw new UriFormatException("HUNTER2"))], new JobQuery());

        var failure = Assert.Single(host.Failures);
        Assert.Equal(BedrockErrorId.UnexpectedError, failure.ErrorId);
        Assert.Null(failure.InnerException);
        Assert.Contains("System.UriFormatException in ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(OutageTests), failure.Trace, StringComparison.Ordinal);
        Assert.DoesNotContain("HUNTER2", failure.ToString() + failure.Trace, StringComparison.Ordinal);
    }

    private static CommandRun RunOf(TimeProvider time, int throttleLimit, CancellationToken stopping, params IBedrockService[] services) => new(
        new RecordingPipeline(),
        throttleLimit,
        stopping,
        settings => Task.FromResult(services[int.Parse(settings.ProfileLocation!, CultureInfo.InvariantCulture)]),
        time);

    private static PlaceListing ListingOf(CommandRun run, int service)
    {
        var place = run.PlaceOf(new ConnectionSettings { ProfileLocation = $"{service}" });
        run.Connect(place);
        var listing = new PlaceListing(run, place, new JobQuery { PageSize = 10 });
        listing.Begin();
        return listing;
    }

    // Reads the first page, and requests the second one, which fails.
    private static async Task PauseAsync(PlaceListing listing, CancellationToken stopping)
    {
        listing.StartFetch(10, stopping);
        await listing.Fetch!;
        listing.Receive();
        listing.StartFetch(10, stopping);
        while (listing.Pause is null)
        {
            await Task.Delay(1, stopping);
        }
    }

    private static ScriptedService Failing(
        BedrockErrorId errorId, IEnumerable<int> requests, TimeSpan? retryAfter = null)
    {
        var failing = requests.ToHashSet();
        return new ScriptedService(Jobs(), fault: request => failing.Contains(request)
            ? new BedrockRequestException(errorId, "Listing", detail: null) { RetryAfter = retryAfter }
            : null);
    }

    /// <summary>Returns the first page. Every other request fails after a time.</summary>
    private sealed class StallingService(TimeProvider time, TimeSpan stall) : ListingService
    {
        private bool _hasAnswered;

        public override async Task<JobPage> ListJobsAsync(JobQuery query, CancellationToken cancellationToken)
        {
            if (_hasAnswered)
            {
                await Task.Delay(stall, time, cancellationToken);
                throw new BedrockRequestException(BedrockErrorId.RequestTimedOut, "Listing", detail: null);
            }

            _hasAnswered = true;
            return new JobPage([Jobs()[0]], [], "1", RequestId: null);
        }
    }

    private static List<CustomizationJob> Jobs() =>
    [
        .. Enumerable.Range(0, 30).Select(i => new CustomizationJob
        {
            JobName = $"job-{i}",
            JobArn = i.ToString(CultureInfo.InvariantCulture),
            CreationTime = DateTime.UnixEpoch.AddSeconds(-i),
        }),
    ];
}
