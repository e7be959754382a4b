namespace LocalBedrock.Jobs;

/// <summary>Adds jobs to a shelf that look like the jobs of a few busy teams in the last ninety days.</summary>
internal sealed class JobGenerator(int seed)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(90);
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(10);

    private static readonly string[] Teams =
        ["support", "legal", "search", "fraud", "claims", "retail", "triage", "summaries", "catalog", "onboarding"];

    // Any twenty consecutive jobs have every status, so that even a short listing shows all of them.
    private static readonly string[] Statuses =
    [
        JobStatus.InProgress, JobStatus.Completed, JobStatus.Completed, JobStatus.Failed, JobStatus.Stopping,
        JobStatus.Completed, JobStatus.Stopped, JobStatus.Completed, JobStatus.Completed, JobStatus.InProgress,
        JobStatus.Completed, JobStatus.Failed, JobStatus.Completed, JobStatus.Completed, JobStatus.Stopped,
        JobStatus.Completed, JobStatus.Completed, JobStatus.InProgress, JobStatus.Completed, JobStatus.Failed,
    ];

    private static readonly (string Type, string ShortName)[] Types =
    [
        ("FINE_TUNING", "ft"), ("FINE_TUNING", "ft"), ("FINE_TUNING", "ft"), ("CONTINUED_PRE_TRAINING", "cpt"),
        ("DISTILLATION", "distill"), ("REINFORCEMENT_FINE_TUNING", "rft"), ("FINE_TUNING", "ft"), ("IMPORTED", "import"),
    ];

    public Job[] Generate(string region, string account, int count, DateTime now)
    {
        var planner = new JobPlanner(seed, $"{region}/{account}");
        now = IsoTime.ToMilliseconds(now);

        var drafts = new Draft[count];
        for (var i = 0; i < count; i++)
        {
            drafts[i] = DraftOf(planner, Statuses[i % Statuses.Length], now);
        }

        Array.Sort(drafts, (a, b) => a.Creation.CompareTo(b.Creation));

        var jobs = new Job[count];
        for (var i = 0; i < count; i++)
        {
            jobs[i] = JobOf(planner, drafts[i], i, region, account);
        }

        return jobs;
    }

    // The numbers in names follow the creation time, so the times are generated first.
    private readonly record struct Draft(DateTime Creation, IJobCourse Course);

    private static Draft DraftOf(JobPlanner planner, string status, DateTime now)
    {
        var runningTime = planner.RunningTime();
        var past = now - planner.Between(LongestRun + Job.StoppingTakes, Span);
        var recent = now - planner.Between(runningTime / 100, runningTime * 0.9);
        return status switch
        {
            JobStatus.Completed => new Draft(past, planner.Completing(past, runningTime)),
            JobStatus.Failed => new Draft(past, planner.Failing(past, runningTime)),
            JobStatus.Stopped => new Draft(past, Stopped(past, past + planner.Between(runningTime / 100, runningTime))),
            JobStatus.Stopping => new Draft(recent, Stopped(recent, now - planner.Between(TimeSpan.Zero, Job.StoppingTakes / 2))),
            _ => new Draft(recent, planner.OneIn(6)
                // A failure can occur at any time of the whole run, part of which has passed.
                ? new TurningPoint(planner.Training(recent, runningTime), recent + runningTime, JobStatus.Failed, "Training diverged: the loss is not a number.")
                : planner.Completing(recent, runningTime)),
        };

        IJobCourse Stopped(DateTime creation, DateTime requested)
        {
            var at = requested < creation ? creation : requested;
            return Job.StopCourse(planner.Training(creation, runningTime), at, at + Job.StoppingTakes);
        }
    }

    private static Job JobOf(JobPlanner planner, Draft draft, int index, string region, string account)
    {
        var model = planner.Pick(BaseModels.All.AsSpan());
        var team = planner.Pick<string>(Teams);
        (var type, var typeName) = Types[index % Types.Length];
        var name = string.Create(CultureInfo.InvariantCulture, $"{team}-{model.ShortName}-{typeName}-{index + 1:D4}");

        // Some jobs customize a model that an earlier job made.
        var baseModelArn = planner.OneIn(12)
            ? Arns.CustomModel(region, account, model.Id, planner.Id())
            : Arns.FoundationModel(region, model.Id);
        return new Job(Arns.Job(region, account, model.Id, planner.Id()), name, draft.Creation, baseModelArn, draft.Course)
        {
            CustomizationType = type,
            ModelName = $"{name}-model",
            ModelArn = Arns.CustomModel(region, account, model.Id, planner.Id()),
        };
    }
}
