using System.Security.Cryptography;
using System.Text.Json;

namespace LocalBedrock.Admin;

/// <summary>
/// Makes jobs from the JSON of <c>POST /local/jobs</c>. It doesn't check the constraints of the API, because tests
/// check how a client handles values that the API doesn't allow.
/// </summary>
internal sealed class JobImporter(ServiceClock clock, JobStore jobs)
{
    /// <summary>The members that a job with stages can't specify, because they follow from the clock.</summary>
    private static readonly string[] StateNames = ["status", "statusDetails", "lastModifiedTime", "endTime"];

    private static readonly string[] OwnNames =
    [
        "region", "account", "validationEndsAt", "dataProcessingEndsAt", "endsAt", "endsAs", "jobName", "jobArn", "baseModelArn", "status", "statusDetails",
        "creationTime", "lastModifiedTime", "endTime", "failureMessage", "customizationType",
        "customModelName", "customModelArn", "outputModelName", "outputModelArn",
    ];

    /// <summary>For each region and account, it adds all jobs or none.</summary>
    /// <exception cref="AdminException">One of the jobs isn't valid.</exception>
    public List<Job> Import(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array)
        {
            throw new AdminException("The body must be an array of jobs.");
        }

        var imported = new List<(JobShelf Shelf, Job Job)>();
        foreach ((var index, var given) in body.EnumerateArray().Index())
        {
            imported.Add(JobOf(given, $"Job {index + 1}"));
        }

        foreach (var shelf in imported.GroupBy(i => i.Shelf))
        {
            if (shelf.Key.Add([.. shelf.Select(i => i.Job)]) is { } taken)
            {
                throw new AdminException($"There is a job {taken} already.");
            }
        }

        return [.. imported.Select(i => i.Job)];
    }

    private (JobShelf Shelf, Job Job) JobOf(JsonElement given, string label)
    {
        var members = new GivenMembers(given, label, [.. OwnNames, .. JobDetails.Names]);
        var shelf = ShelfOf(members, label);

        var id = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 12);
        var name = members.Text("jobName", $"job-{id}")!;
        var baseModelArn = members.Text("baseModelArn", Arns.FoundationModel(shelf.Region, BaseModels.All[0].Id))!;
        var baseModelId = Arns.BaseModelId(baseModelArn);
        var creation = members.Time("creationTime", IsoTime.ToMilliseconds(clock.Now)) ?? throw new AdminException($"{label}: creationTime can't be null.");

        var job = new Job(
            members.Text("jobArn", Arns.Job(shelf.Region, shelf.Account, baseModelId, id))!,
            name,
            creation,
            baseModelArn,
            CourseOf(members, creation, label))
        {
            CustomizationType = members.Text("customizationType", "FINE_TUNING"),
            ModelName = members.Text("customModelName", members.Text("outputModelName", $"{name}-model")),
            ModelArn = members.Text(
                "customModelArn",
                members.Text("outputModelArn", Arns.CustomModel(shelf.Region, shelf.Account, baseModelId, id))),
            ShowsModelAlways = members.Has("customModelArn") || members.Has("customModelName") || members.Has("outputModelArn"),
            Details = members.Elements(JobDetails.Names),
        };
        return (shelf, job);
    }

    private JobShelf ShelfOf(GivenMembers members, string label)
    {
        var first = jobs.Shelves.First();
        var region = members.Text("region", first.Region)!;
        var account = members.Text("account", first.Account)!;
        return jobs.Find(region, account)
            ?? throw new AdminException($"{label}: region {region} with account {account} isn't served.");
    }

    private static IJobCourse CourseOf(GivenMembers members, DateTime creation, string label)
    {
        var goesThroughStages = members.Has("validationEndsAt") || members.Has("dataProcessingEndsAt");
        IJobCourse course = goesThroughStages ? TrainingOf(members, creation, label) : StandingOf(members, creation);
        if (members.Moment("endsAt", creation, missing: null) is not { } endsAt)
        {
            return course;
        }

        var endsAs = members.Text("endsAs", JobStatus.Completed)!;
        var failure = endsAs == JobStatus.Failed ? members.Text("failureMessage", "The job failed.") : null;
        return new TurningPoint(course, endsAt, endsAs, failure);
    }

    private static TrainingCourse TrainingOf(GivenMembers members, DateTime creation, string label)
    {
        if (StateNames.FirstOrDefault(members.Has) is { } stated)
        {
            throw new AdminException($"{label}: {stated} is worked out where the stages have ends.");
        }

        var validationEnds = members.Moment("validationEndsAt", creation, missing: null) ?? creation;
        var dataProcessingEnds = members.Moment("dataProcessingEndsAt", creation, missing: null) ?? validationEnds;
        return new TrainingCourse(creation, validationEnds, dataProcessingEnds);
    }

    private static GivenCourse StandingOf(GivenMembers members, DateTime creation)
    {
        var status = members.Text("status", JobStatus.InProgress)!;
        var endTime = members.Time("endTime", JobStatus.IsEnded(status) ? creation.AddHours(1) : null);
        return new GivenCourse(new JobState(status)
        {
            Stages = members.Stages("statusDetails", DefaultStages(status, creation, endTime ?? creation)),
            LastModifiedTime = members.Time("lastModifiedTime", endTime ?? creation),
            EndTime = endTime,
            FailureMessage = members.Text("failureMessage", status == JobStatus.Failed ? "The job failed." : null),
        });
    }

    /// <summary>The three stages in sequence. The last one has the status of the job.</summary>
    private static StageStates DefaultStages(string status, DateTime start, DateTime end) => new(
        new StageState(JobStatus.Completed, start, start),
        new StageState(JobStatus.Completed, start, start),
        new StageState(status, start, end));
}
