namespace BedrockJobs.Tests.Waiting;

public sealed class JobWaitTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1000);

    private readonly VirtualClock _clock = new();

    [Fact]
    public void Jobs_by_ARN_are_searched_in_one_listing_and_missing_ones_are_requested()
    {
        var service = Service([.. Enumerable.Range(0, 500).Select(i => Job($"job-{i}", endsAfterSeconds: 600))]);
        var arns = Arns(service).Append(new WaitedJob("nowhere"));

        var host = Wait([(service, arns)]);

        Assert.Equal([("nowhere", BedrockErrorId.JobNotFound)], host.Failures);
        Assert.Equal(501, service.Gets.Count);
        Assert.Equal(11, service.Listings.Count);
        Assert.Equal((null, null), (service.Listings[0].CreatedAfter, service.Listings[0].CreatedBefore));
        Assert.All(service.Listings.Skip(1), listing => Assert.NotNull(listing.CreatedAfter));
    }

    [Fact]
    public void An_old_job_in_a_long_listing_is_requested_instead_of_reading_all_pages()
    {
        var jobs = Enumerable.Range(0, 5000).Select(i => Job($"job-{i}", endsAfterSeconds: 90) with { Created = TimeSpan.FromSeconds(-i - 1000) });
        var service = Service([.. jobs]);

        var host = Wait([(service, [new WaitedJob("job-4999")])]);

        Assert.Equal(["job-4999"], host.Reported);
        Assert.Equal(3, service.Listings.Count);
        Assert.Equal(2, service.Gets.Count);
    }

    [Fact]
    public void Jobs_that_are_known_to_have_ended_need_no_listing()
    {
        var service = Service([Job("b", endsAfterSeconds: -50), Job("a", endsAfterSeconds: -90)]);

        var host = Wait([(service, service.Jobs.Select(job => new WaitedJob(job.Arn, job.At(TimeSpan.Zero))))]);

        Assert.Equal(["a", "b"], host.Reported);
        Assert.Empty(service.Listings);
        Assert.Equal(TimeSpan.Zero, _clock.Now);
    }

    [Fact]
    public void The_first_of_many_that_have_ended_costs_one_Get_with_Any()
    {
        var service = Service([.. Enumerable.Range(0, 100).Select(i => Job($"job-{i}", endsAfterSeconds: -100 + i))]);

        var host = Wait([(service, Arns(service))], new WaitSettings { IsAnyEnough = true });

        Assert.Equal(["job-0"], host.Reported);
        Assert.Single(service.Gets);
    }

    [Fact]
    public void A_consumer_that_stops_costs_no_more_requests_than_can_run_at_the_same_time()
    {
        var service = Service([.. Enumerable.Range(0, 100).Select(i => Job($"job-{i}", endsAfterSeconds: -100 + i))]);

        var host = Wait([(service, Arns(service))], throttleLimit: 4, stopAfter: 3);

        Assert.Equal(["job-0", "job-1", "job-2"], host.Reported);
        Assert.InRange(service.Gets.Count, 3, 6);
    }

    [Fact]
    public void No_more_requests_run_at_the_same_time_than_the_throttle_limit()
    {
        var service = Service(
            [.. Enumerable.Range(0, 100).Select(i => Job($"job-{i}", endsAfterSeconds: -100 + i))],
            disturbances: new Disturbance(TimeSpan.Zero, Forever, ErrorId: null, Latency: TimeSpan.FromSeconds(1), HitsList: false));

        var host = Wait([(service, Arns(service))], throttleLimit: 5);

        Assert.Equal(100, host.Reported.Count);
        Assert.Equal(5, service.MostRunning);
    }

    [Fact]
    public void A_Region_that_does_not_respond_delays_the_others_by_only_a_few_seconds()
    {
        var slow = Service(
            [Job("slow", endsAfterSeconds: -10)],
            disturbances: new Disturbance(TimeSpan.Zero, Forever, BedrockErrorId.RequestTimedOut, Latency: TimeSpan.FromSeconds(150)));
        var quick = Service([Job("quick", endsAfterSeconds: -5)]);

        var host = Wait([(slow, Arns(slow)), (quick, Arns(quick))], new WaitSettings { Timeout = TimeSpan.FromSeconds(45) });

        Assert.Equal(["quick"], host.Reported);
        Assert.Equal([JobWait.Patience], host.Times);
        Assert.Equal(["arn:aws:bedrock:us-east-1:111122223333:model-customization-job/model/slow"], host.TimedOut);
        Assert.True(_clock.Now <= TimeSpan.FromSeconds(45) + JobWait.Patience);
    }

    [Fact]
    public void A_late_response_counts_when_it_arrives_and_not_only_at_the_next_poll()
    {
        var service = Service(
            [Job("job", endsAfterSeconds: -10)],
            disturbances: new Disturbance(TimeSpan.Zero, Forever, ErrorId: null, Latency: TimeSpan.FromSeconds(20)));

        var host = Wait([(service, Arns(service))]);

        Assert.Equal([TimeSpan.FromSeconds(40)], host.Times);
    }

    [Fact]
    public void A_permanent_failure_ends_the_wait_for_its_jobs_with_one_error_and_the_others_continue()
    {
        var refusing = Service(
            [Job("a", endsAfterSeconds: 10), Job("b", endsAfterSeconds: 20)],
            disturbances: new Disturbance(TimeSpan.FromSeconds(1), Forever, BedrockErrorId.AccessDenied));
        var other = Service([Job("c", endsAfterSeconds: 100)]);

        var host = Wait([(refusing, Arns(refusing)), (other, Arns(other))]);

        Assert.Equal(["c"], host.Reported);
        Assert.Equal(1, host.FailureCount);
        Assert.Equal([BedrockErrorId.AccessDenied, BedrockErrorId.AccessDenied], host.Failures.Select(failure => failure.ErrorId));
        Assert.All(host.Outages.Values, Assert.Empty);
    }

    [Theory]
    [InlineData(BedrockErrorId.ConnectionFailed)]
    [InlineData(BedrockErrorId.RequestTimedOut)]
    [InlineData(BedrockErrorId.MalformedResponse)]
    [InlineData(BedrockErrorId.OperationNotSupported)]
    public void A_place_that_has_never_answered_is_an_error_as_in_a_listing(BedrockErrorId errorId)
    {
        var wrong = Service([Job("a", endsAfterSeconds: 10)], disturbances: new Disturbance(TimeSpan.Zero, Forever, errorId));
        var other = Service([Job("b", endsAfterSeconds: 100)]);

        var host = Wait([(wrong, Arns(wrong)), (other, Arns(other))]);

        Assert.Equal(["b"], host.Reported);
        Assert.Equal(errorId, Assert.Single(host.Failures).ErrorId);
        Assert.All(host.Outages.Values, Assert.Empty);
    }

    [Fact]
    public void A_job_with_an_end_time_has_ended_whatever_its_status()
    {
        var service = Service([Job("a", endsAfterSeconds: 90) with { EndStatus = "Expired" }]);

        var host = Wait([(service, Arns(service))]);

        Assert.Equal("Expired", Assert.Single(host.Details).Status);
        Assert.Equal([TimeSpan.FromMinutes(2)], host.Times);
    }

    [Fact]
    public void A_period_of_failures_is_reported_once_when_it_begins_and_once_when_it_ends()
    {
        var service = Service(
            [Job("job", endsAfterSeconds: 1000)],
            disturbances:
            [
                new Disturbance(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(300), BedrockErrorId.Throttled),
                new Disturbance(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(400), BedrockErrorId.ServiceFault),
                new Disturbance(TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(700), BedrockErrorId.ConnectionFailed),
            ]);

        var host = Wait([(service, Arns(service))]);

        Assert.Equal(["job"], host.Reported);
        Assert.Equal(["Throttled", "recovered", "ConnectionFailed", "recovered"], host.Outages["us-east-1"]);
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(10, 60)]
    [InlineData(1_000_000, 900)]
    public void The_next_poll_waits_as_long_as_a_response_asks_but_no_longer_than_15_minutes(int retryAfter, int expected)
    {
        var second = TimeSpan.FromSeconds(1);
        var throttled = new Disturbance(
            TimeSpan.Zero, second, BedrockErrorId.Throttled, RetryAfter: TimeSpan.FromSeconds(retryAfter));
        var service = Service([Job("job", endsAfterSeconds: 30)], disturbances: [throttled]);

        var host = Wait([(service, Arns(service))]);

        Assert.Equal(["job"], host.Reported);
        Assert.Equal(2, service.Listings.Count);

        // The clock of the wait is at the end of the second poll. Polls occur every 60 seconds, plus or minus 10 %.
        Assert.InRange(_clock.Now.TotalSeconds, expected * 0.9, expected + 66);
    }

    [Fact]
    public void A_job_whose_details_can_never_be_read_does_not_block_other_jobs()
    {
        var service = Service([Job("bad", endsAfterSeconds: -100), .. Enumerable.Range(0, 5).Select(i => Job($"good-{i}", endsAfterSeconds: i))]);
        service.UnreadableJob = "bad";

        var host = Wait([(service, Arns(service))], new WaitSettings { Timeout = TimeSpan.FromSeconds(600) }, throttleLimit: 1);

        Assert.Equal(["good-0", "good-1", "good-2", "good-3", "good-4"], host.Reported);
        Assert.Single(host.TimedOut);
        Assert.Equal(["MalformedResponse"], host.Outages["us-east-1"]);
    }

    [Theory]
    [InlineData("ended", -10)]
    [InlineData("vanished", 2000)]
    public void An_unexpected_exception_is_an_error_of_its_job_and_the_others_are_reported(string name, int endsAfterSeconds)
    {
        var breaking = Job(name, endsAfterSeconds) with { Vanished = TimeSpan.FromSeconds(endsAfterSeconds > 0 ? 30 : 3000) };
        var service = Service([breaking, Job("good", endsAfterSeconds: 100)]);
        service.BreakingJob = name;

        var host = Wait([(service, Arns(service))]);

        Assert.Equal(["good"], host.Reported);
        Assert.Equal([(breaking.Arn, BedrockErrorId.UnexpectedError)], host.Failures);
    }

    [Fact]
    public void After_a_key_expires_the_credentials_are_selected_again_and_the_wait_continues()
    {
        var jobs = new[] { Job("job", endsAfterSeconds: 200) };
        var expiring = Service(jobs, disturbances: new Disturbance(TimeSpan.FromSeconds(50), Forever, BedrockErrorId.CredentialsExpired));
        var later = Service(jobs);
        var connections = new Queue<Func<Task<IBedrockService>>>(
        [
            () => throw new BedrockRequestException(BedrockErrorId.CredentialsExpired, "login", detail: null),
            () => Task.FromResult<IBedrockService>(later),
        ]);

        var host = Wait([(expiring, Arns(expiring))], connect: async () => await connections.Dequeue()());

        Assert.Equal(["job"], host.Reported);
        Assert.Equal(["CredentialsExpired", "recovered"], host.Outages["us-east-1"]);
        Assert.Empty(connections);
        Assert.True(later.IsDisposed);
    }

    [Fact]
    public void An_expired_key_that_can_t_be_renewed_ends_the_wait()
    {
        var service = Service(
            [Job("job", endsAfterSeconds: 200)],
            canRenewKey: false,
            new Disturbance(TimeSpan.FromSeconds(50), Forever, BedrockErrorId.CredentialsExpired));

        var host = Wait([(service, Arns(service))]);

        Assert.Equal(BedrockErrorId.CredentialsExpired, Assert.Single(host.Failures).ErrorId);
        Assert.Equal(TimeSpan.FromSeconds(60), _clock.Now);
    }

    [Fact]
    public void A_name_in_several_possible_places_is_missing_only_if_no_place_has_it()
    {
        var first = Service([Job("first", endsAfterSeconds: 10), Job("both", endsAfterSeconds: 20)], "first");
        var second = Service([Job("second", endsAfterSeconds: 30), Other(Job("both", endsAfterSeconds: 40))], "second");

        var host = Wait(InEach(["first", "second", "both", "neither"], isOneJob: false, first, second));

        Assert.Equal(["first", "both", "second", "both"], host.Reported);
        Assert.Equal([("neither", BedrockErrorId.JobNotFound)], host.Failures);
    }

    [Fact]
    public void A_name_in_several_possible_places_times_out_once_if_no_place_responds()
    {
        var outage = new Disturbance(TimeSpan.Zero, Forever, BedrockErrorId.ServiceFault);

        var host = Wait(
            InEach(["either"], isOneJob: false, Service([], "first", canRenewKey: true, outage), Service([], "second", canRenewKey: true, outage)),
            new WaitSettings { Timeout = TimeSpan.FromSeconds(100) });

        Assert.Equal(["either"], host.TimedOut);
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void An_ARN_that_one_of_two_profiles_can_t_access_is_reported_by_the_other_without_an_error()
    {
        var refusing = Service([], disturbances: new Disturbance(TimeSpan.Zero, Forever, BedrockErrorId.AccessDenied));
        var seeing = Service([Job("job", endsAfterSeconds: 70)]);

        var host = Wait(InEach([Job("job", endsAfterSeconds: 70).Arn], isOneJob: true, refusing, seeing));

        Assert.Equal(["job"], host.Reported);
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void An_ARN_that_two_profiles_can_access_is_reported_once()
    {
        var jobs = new[] { Job("job", endsAfterSeconds: 70) };

        var host = Wait(InEach([jobs[0].Arn], isOneJob: true, Service(jobs), Service(jobs)));

        Assert.Equal(["job"], host.Reported);
    }

    [Fact]
    public void Each_change_of_status_and_phase_is_reported_once()
    {
        var service = Service([Job("job", endsAfterSeconds: 200) with { TrainingBegins = TimeSpan.FromSeconds(100) }]);

        var host = Wait([(service, Arns(service))]);

        Assert.Equal(
            ["job: InProgress (data processing) -> InProgress (training)", "job: InProgress (training) -> Completed"], host.Transitions);
    }

    [Theory]
    [InlineData(0.0, 54)]
    [InlineData(0.5, 60)]
    [InlineData(1.0, 66)]
    public void The_interval_varies_by_ten_percent(double random, int seconds)
    {
        var service = Service([Job("job", endsAfterSeconds: 10)]);

        var host = new WaitingHost(_clock) { Jitter = () => random }.Wait([(service, Arns(service))], new WaitSettings());

        Assert.Equal([TimeSpan.FromSeconds(seconds)], host.Times);
    }

    private WaitingHost Wait(
        IReadOnlyList<(LivingService Service, IEnumerable<WaitedJob> Jobs)> places,
        WaitSettings? settings = null,
        Func<Task<IBedrockService>>? connect = null,
        int stopAfter = int.MaxValue,
        int throttleLimit = 8) =>
        new WaitingHost(_clock).Wait(places, settings ?? new WaitSettings(), connect, stopAfter, throttleLimit);

    private LivingService Service(IReadOnlyList<JobLife> jobs, params Disturbance[] disturbances) =>
        Service(jobs, "us-east-1", canRenewKey: true, disturbances);

    private LivingService Service(IReadOnlyList<JobLife> jobs, string name) => Service(jobs, name, canRenewKey: true);

    private LivingService Service(IReadOnlyList<JobLife> jobs, bool canRenewKey, params Disturbance[] disturbances) =>
        Service(jobs, "us-east-1", canRenewKey, disturbances);

    private LivingService Service(IReadOnlyList<JobLife> jobs, string name, bool canRenewKey, params Disturbance[] disturbances) =>
        new(_clock, jobs) { Name = name, CanRenewKey = canRenewKey, Disturbances = disturbances };

    private static JobLife Job(string name, int endsAfterSeconds) => new()
    {
        Name = name,
        Created = TimeSpan.FromSeconds(-1000),
        Ended = TimeSpan.FromSeconds(endsAfterSeconds),
    };

    // A job with the same name in another Region.
    private static JobLife Other(JobLife job) => job with { Region = "eu-west-1" };

    private static IEnumerable<WaitedJob> Arns(LivingService service) => service.Jobs.Select(job => new WaitedJob(job.Arn));

    private static List<(LivingService Service, IEnumerable<WaitedJob> Jobs)> InEach(
        IReadOnlyList<string> identifiers, bool isOneJob, params LivingService[] services)
    {
        var searches = identifiers.Select(identifier => new JobSearch(identifier, services.Length, isOneJob)).ToList();
        return [.. services.Select(service => (service, identifiers.Zip(searches, (identifier, search) => new WaitedJob(identifier, null, search))))];
    }
}
