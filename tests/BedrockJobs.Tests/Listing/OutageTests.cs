namespace BedrockJobs.Tests.Listing;

public sealed class OutageTests
{
    private readonly List<double> _pauses = [];

    [Theory]
    [InlineData(BedrockErrorId.Throttled)]
    [InlineData(BedrockErrorId.ServiceFault)]
    [InlineData(BedrockErrorId.ConnectionFailed)]
    [InlineData(BedrockErrorId.RequestTimedOut)]
    public void A_page_that_fails_for_a_temporary_reason_is_requested_again_after_increasing_delays(BedrockErrorId errorId)
    {
        var host = new ReadingHost { Delay = Note };

        var jobs = host.Read([Failing(errorId, Enumerable.Range(2, 5))], new JobQuery { PageSize = 10 });

        Assert.Equal(30, jobs.Count);
        Assert.Empty(host.Failures);
        Assert.Equal([0.5, 1, 2, 4, 8], _pauses);
    }

    [Fact]
    public void A_lasting_failure_is_an_error_after_five_delays_and_the_rest_can_be_requested()
    {
        var host = new ReadingHost { Delay = Note };

        var jobs = host.Read([Failing(BedrockErrorId.ServiceFault, Enumerable.Range(2, 6))], new JobQuery { PageSize = 10 });

        Assert.Equal(10, jobs.Count);
        Assert.Equal(BedrockErrorId.ServiceFault, Assert.Single(host.Failures).ErrorId);
        Assert.Equal("10", Assert.Single(host.Remainders).NextToken);
        Assert.Equal(5, _pauses.Count);
    }

    [Fact]
    public void Each_page_has_five_delays()
    {
        var host = new ReadingHost { Delay = Note };

        host.Read([Failing(BedrockErrorId.Throttled, [2, 3, 5, 6])], new JobQuery { PageSize = 10 });

        Assert.Empty(host.Failures);
        Assert.Equal([0.5, 1, 0.5, 1], _pauses);
    }

    [Theory]
    [InlineData(BedrockErrorId.AccessDenied)]
    [InlineData(BedrockErrorId.CredentialsExpired)]
    [InlineData(BedrockErrorId.MalformedResponse)]
    public void A_permanent_failure_is_an_error_at_once(BedrockErrorId errorId)
    {
        var host = new ReadingHost { Delay = Note };

        host.Read([Failing(errorId, [2])], new JobQuery { PageSize = 10 });

        Assert.Equal(errorId, Assert.Single(host.Failures).ErrorId);
        Assert.Empty(_pauses);
    }

    [Fact]
    public void Before_the_first_page_only_the_service_half_retries()
    {
        var host = new ReadingHost { Delay = Note };

        host.Read([Failing(BedrockErrorId.ConnectionFailed, [1])], new JobQuery { PageSize = 10 });

        Assert.Single(host.Failures);
        Assert.Empty(_pauses);
    }

    [Theory]
    [InlineData(3, 3.0)]
    [InlineData(60, 60.0)]
    [InlineData(0, 0.0)]
    [InlineData(-5, 0.0)]
    [InlineData(61, null)]
    public void Retry_After_overrides_the_delay_but_more_than_a_minute_is_an_error(int seconds, double? expected)
    {
        var host = new ReadingHost { Delay = Note };

        host.Read(
            [Failing(BedrockErrorId.Throttled, [2], TimeSpan.FromSeconds(seconds))], new JobQuery { PageSize = 10 });

        Assert.Equal(expected is { } pause ? [pause] : [], _pauses);
        Assert.Equal(expected is null ? 1 : 0, host.Failures.Count);
    }

    [Fact]
    public async Task A_delay_of_one_target_does_not_delay_another()
    {
        using var throttle = new SemaphoreSlim(1);
        var isOver = new TaskCompletionSource();
        using var paused = new JobSource(
            Failing(BedrockErrorId.ServiceFault, [2]), new JobQuery { PageSize = 10 }, (_, _) => isOver.Task);
        using var other = new JobSource(Failing(BedrockErrorId.ServiceFault, []), new JobQuery { PageSize = 10 });
        var none = TestContext.Current.CancellationToken;
        paused.StartFetch(10, throttle, none);
        await paused.Fetch!;
        paused.Receive();
        paused.StartFetch(10, throttle, none);
        SpinWait.SpinUntil(() => paused.Pause is not null, TimeSpan.FromSeconds(30));

        other.StartFetch(10, throttle, none);
        await other.Fetch!.WaitAsync(TimeSpan.FromSeconds(30), none);

        Assert.Equal(2, Assert.Single(paused.TakePauses()).Page);
        isOver.SetResult();
        await paused.Fetch!;
        Assert.Null(paused.Pause);
    }

    [Fact]
    public async Task Stopping_ends_the_delay_at_once()
    {
        using var throttle = new SemaphoreSlim(1);
        using var stopping = new CancellationTokenSource();
        using var source = new JobSource(
            Failing(BedrockErrorId.ServiceFault, [2], TimeSpan.FromMinutes(1)), new JobQuery { PageSize = 10 });
        source.StartFetch(10, throttle, stopping.Token);
        await source.Fetch!;
        source.Receive();
        source.StartFetch(10, throttle, stopping.Token);
        SpinWait.SpinUntil(() => source.Pause is not null, TimeSpan.FromSeconds(30));

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => source.Fetch!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
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

    private Task Note(TimeSpan pause, CancellationToken cancellationToken)
    {
        _pauses.Add(pause.TotalSeconds);
        return Task.CompletedTask;
    }

    private static ScriptedService Failing(
        BedrockErrorId errorId, IEnumerable<int> requests, TimeSpan? retryAfter = null)
    {
        var failing = requests.ToHashSet();
        return new ScriptedService(Jobs(), fault: request => failing.Contains(request)
            ? new BedrockRequestException(errorId, "Listing", detail: null) { RetryAfter = retryAfter }
            : null);
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
