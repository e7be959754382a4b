namespace BedrockJobs.Tests.Waiting;

/// <summary>Compares random jobs, polls, and faults with a naive model.</summary>
public sealed class JobWaitPropertyTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    // How the user specifies a job: its name, its ARN, a current object, or an object from before it ended.
    private enum Given
    {
        Name,
        Arn,
        Object,
        OldObject,
    }

    private static readonly string[] EndStatuses = ["Completed", "Failed", "Stopped"];

    private static readonly BedrockErrorId[] Passing =
    [
        BedrockErrorId.Throttled, BedrockErrorId.ServiceFault, BedrockErrorId.ConnectionFailed, BedrockErrorId.RequestTimedOut,
        BedrockErrorId.MalformedResponse, BedrockErrorId.CredentialsExpired,
    ];

    private static readonly Gen<TimeSpan?> GenSeconds = Gen.Int[-900, 900].Select(s => (TimeSpan?)TimeSpan.FromSeconds(s));

    private static readonly Gen<JobLife> GenLife = Gen.Select(
        Gen.Int[-5000, -1000],
        Gen.Int[-900, 900],
        Gen.Frequency((5, GenSeconds), (1, Gen.Const((TimeSpan?)null))),
        Gen.Frequency((1, GenSeconds), (6, Gen.Const((TimeSpan?)null))),
        Gen.Int[0, 2].Select(i => EndStatuses[i])).Select((created, training, ended, vanished, status) => new JobLife
        {
            Name = string.Empty,
            Created = TimeSpan.FromSeconds(created),
            TrainingBegins = TimeSpan.FromSeconds(training),
            Ended = ended,
            Vanished = vanished,
            EndStatus = status,
        });

    // No two jobs end at the same time, so that there is only one order.
    private static readonly Gen<List<List<JobLife>>> GenPlaces = GenLife.List[1, 25].List[1, 3].Select(places => places
        .Select((jobs, t) => jobs.Select((job, i) => job with
        {
            Name = $"job-{t}-{i}",
            Ended = job.Ended + TimeSpan.FromMilliseconds((t * 30) + i),
        }).ToList()).ToList());

    private static readonly Gen<(int Job, Given Given)> GenChoice = Gen.Select(Gen.Int[0, 24], Gen.Enum<Given>());

    // A place that doesn't answer at all is an error, so the faults begin after the first poll.
    private static readonly Gen<Disturbance> GenFault = Gen.Select(
        Gen.Int[1, 900], Gen.Int[1, 300], Gen.Int[0, Passing.Length - 1].Select(i => Passing[i]), Gen.Bool, Gen.Bool).Select((from, length, errorId, list, get) =>
            new Disturbance(
                TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(from + length), errorId, HitsList: list, HitsGet: get || !list));

    private static readonly Gen<Disturbance> GenDelay = Gen.Select(
        Gen.Int[1, 900], Gen.Int[1, 300], Gen.Int[1, 90], Gen.Bool).Select((from, length, latency, fails) =>
            new Disturbance(
                TimeSpan.FromSeconds(from),
                TimeSpan.FromSeconds(from + length),
                fails ? BedrockErrorId.RequestTimedOut : null,
                TimeSpan.FromSeconds(latency)));

    [Fact]
    public void Each_job_is_reported_once_in_order_of_ending_by_the_first_poll_that_can_see_it()
    {
        Gen.Select(GenPlaces, GenChoice.List[1, 30].List[3], Gen.Int[1, 12], GenTimeout, Gen.Bool).Sample(
            (places, choices, longestPage, timeout, any) =>
            {
                var clock = new VirtualClock();
                var waited = Choose(places, choices);
                var services = places.Select(jobs => new LivingService(clock, jobs) { LongestPage = longestPage }).ToList();

                var host = new WaitingHost(clock).Wait(
                    services.Zip(waited, (service, jobs) => (service, jobs.Select(job => job.Waited))),
                    new WaitSettings { Timeout = timeout, PollInterval = Interval, IsAnyEnough = any },
                    throttleLimit: 1000);

                var model = new Model(waited.SelectMany(jobs => jobs).Select(job => job.Life).Distinct(), timeout, any);
                Assert.Equal(model.Reported.Select(job => job.Name), host.Reported);
                Assert.Equal(model.Reported.Select(job => model.SeenAt(job)), host.Times);
                var notFound = host.Failures.Select(failure => NameOf(failure.Identifier)).Distinct().Order().ToList();
                var missing = model.NotFound.Select(job => job.Name).Order().ToList();

                // After one job has ended, -Any sends no more requests, so it might not learn about all jobs.
                Assert.Equal(any && host.Reported.Count > 0 ? missing.Intersect(notFound) : missing, notFound);
                Assert.All(host.Failures, failure => Assert.Equal(BedrockErrorId.JobNotFound, failure.ErrorId));
                Assert.Equal(model.TimedOut.Select(job => job.Name).Order(), host.TimedOut.Select(NameOf).Order());
                Assert.All(host.Outages.Values, Assert.Empty);
            });
    }

    [Fact]
    public void No_temporary_failure_loses_a_job_or_reports_it_twice()
    {
        Gen.Select(
            GenPlaces, GenChoice.List[1, 30].List[3], GenFault.List[0, 4].List[3], GenDelay.List[0, 2].List[3], Gen.Int[1, 12], GenTimeout)
            .Sample((places, choices, faults, delays, longestPage, timeout) =>
            {
                var clock = new VirtualClock();
                var waited = Choose(places, choices);
                var services = places.Select((jobs, i) => new LivingService(clock, jobs)
                {
                    LongestPage = longestPage,
                    Name = $"place-{i}",
                    Disturbances = [.. faults[i], .. delays[i]],
                }).ToList();

                var host = new WaitingHost(clock).Wait(
                    services.Zip(waited, (service, jobs) => (service, jobs.Select(job => job.Waited))),
                    new WaitSettings { Timeout = timeout, PollInterval = Interval },
                    throttleLimit: 1000);

                // One result for each job. A job that is specified twice can fail twice if that could not be known.
                var lives = waited.SelectMany(jobs => jobs).Select(job => job.Life).Distinct().ToDictionary(life => life.Name);
                var failed = host.Failures.Select(failure => NameOf(failure.Identifier)).Distinct().ToList();
                var timedOut = host.TimedOut.Select(NameOf).Distinct().ToList();
                Assert.Equal(host.Reported.Count, host.Reported.Distinct().Count());
                Assert.Equal(lives.Keys.Order(), host.Reported.Concat(failed).Concat(timedOut).Distinct().Order());

                // Each result is true for its job.
                Assert.All(host.Reported.Zip(host.Times), report => Assert.True(lives[report.First].Ended <= report.Second));
                Assert.All(host.Details, detail => Assert.Contains(detail.Status, EndStatuses));
                Assert.All(failed, name => Assert.False(lives[name].ExistsAt(clock.Now)));
                Assert.All(host.Failures, failure => Assert.Equal(BedrockErrorId.JobNotFound, failure.ErrorId));
                Assert.True(clock.Now <= timeout + (3 * JobWait.Patience));
                foreach (var troubles in host.Outages.Values)
                {
                    Assert.All(troubles.Select((what, i) => (what, i)), one => Assert.Equal(one.i % 2 == 1, one.what == "recovered"));
                }
            });
    }

    [Fact]
    public void If_only_listings_fail_the_jobs_of_each_place_are_still_in_order_of_ending()
    {
        Gen.Select(GenPlaces, GenFault.List[1, 4].List[3]).Sample((places, faults) =>
        {
            var clock = new VirtualClock();
            var services = places.Select((jobs, i) => new LivingService(clock, jobs)
            {
                Name = $"place-{i}",
                Disturbances = [.. faults[i].Select(fault => fault with { HitsList = true, HitsGet = false })],
            }).ToList();

            var host = new WaitingHost(clock).Wait(
                services.Zip(places, (service, jobs) => (service, jobs.Select(job => new WaitedJob(job.Arn)))),
                new WaitSettings { Timeout = TimeSpan.FromSeconds(1500), PollInterval = Interval },
                    throttleLimit: 1000);

            for (var i = 0; i < places.Count; i++)
            {
                var lives = places[i].ToDictionary(job => job.Name);
                var ends = host.Reported.Where(lives.ContainsKey).Select(name => lives[name].Ended).ToList();
                Assert.Equal(ends.Order(), ends);
                Assert.All(lives.Values.Where(life => life.Vanished is null && life.Ended is not null), life =>
                    Assert.Contains(life.Name, host.Reported));
            }
        });
    }

    [Fact]
    public void For_listed_jobs_each_poll_is_one_listing_of_their_time_range_and_each_end_is_one_Get()
    {
        Gen.Select(GenLife.List[1, 40], Gen.Int[0, 600]).Sample((lives, timeout) =>
        {
            var clock = new VirtualClock();
            var jobs = lives.Select((life, i) => life with { Name = $"job-{i}", Vanished = null }).ToList();
            var waited = jobs.Where((_, i) => i % 2 == 0).ToList();
            var service = new LivingService(clock, jobs);
            var before = TimeSpan.FromSeconds(-901);

            var host = new WaitingHost(clock).Wait(
                [(service, waited.Select(job => new WaitedJob(job.Arn, job.At(before))))],
                new WaitSettings { Timeout = TimeSpan.FromSeconds(timeout), PollInterval = Interval });

            Assert.Equal(host.PollCount, service.Listings.Count);
            Assert.Equal(host.Reported.Count, service.Gets.Count);
            var oldest = JobLife.Epoch + waited.Min(job => job.Created);
            Assert.InRange(service.Listings[0].CreatedAfter!.Value, oldest - TimeSpan.FromSeconds(2), oldest - TimeSpan.FromTicks(1));
            foreach (var listing in service.Listings)
            {
                Assert.Equal(("Descending", 1000, null), (listing.SortOrder, listing.PageSize, listing.StatusEquals));
            }
        });
    }

    private static Gen<TimeSpan> GenTimeout => Gen.Int[0, 1200].Select(seconds => TimeSpan.FromSeconds(seconds));

    private static string NameOf(string identifier) => identifier[(identifier.LastIndexOf('/') + 1)..];

    private static List<List<(WaitedJob Waited, JobLife Life)>> Choose(
        List<List<JobLife>> places, List<List<(int Job, Given Given)>> choices) =>
    [
        .. places.Select((jobs, t) => choices[t].Select(choice => (Waited(jobs[choice.Job % jobs.Count], choice.Given), jobs[choice.Job % jobs.Count])).ToList()),
    ];

    private static WaitedJob Waited(JobLife life, Given given) => given switch
    {
        Given.Name => new WaitedJob(life.Name),
        Given.Arn => new WaitedJob(life.Arn),
        Given.Object => new WaitedJob(life.Arn, life.At(TimeSpan.Zero)),
        _ => new WaitedJob(life.Arn, life.At(TimeSpan.FromSeconds(-901))),
    };

    /// <summary>Looks at every job once a minute, and once more when the time is over.</summary>
    private sealed class Model
    {
        private readonly Dictionary<JobLife, TimeSpan> _seenAt = [];

        public Model(IEnumerable<JobLife> lives, TimeSpan timeout, bool any)
        {
            var pending = lives.ToList();
            for (var now = TimeSpan.Zero; pending.Count > 0; now = now + Interval < timeout ? now + Interval : timeout)
            {
                NotFound.AddRange(pending.Where(life => !life.ExistsAt(now)));
                pending.RemoveAll(life => !life.ExistsAt(now));
                foreach (var life in pending.Where(life => life.Ended <= now).OrderBy(life => life.Ended).ToList())
                {
                    pending.Remove(life);
                    Reported.Add(life);
                    _seenAt[life] = now;
                    if (any)
                    {
                        return;
                    }
                }

                if (now == timeout)
                {
                    TimedOut.AddRange(pending);
                    return;
                }
            }
        }

        public List<JobLife> Reported { get; } = [];

        public List<JobLife> NotFound { get; } = [];

        public List<JobLife> TimedOut { get; } = [];

        public TimeSpan SeenAt(JobLife life) => _seenAt[life];
    }
}
