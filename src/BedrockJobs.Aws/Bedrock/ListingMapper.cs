using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Converts the inputs of the listing to those of the SDK, and its summaries to jobs.</summary>
internal static class ListingMapper
{
    public static ListModelCustomizationJobsRequest ToSdk(JobQuery query) => new()
    {
        StatusEquals = query.StatusEquals,
        NameContains = query.NameContains,
        CreationTimeAfter = query.CreatedAfter is { } after ? TimeBound.Floor(after) : null,
        CreationTimeBefore = query.CreatedBefore is { } before ? TimeBound.Ceiling(before) : null,
        SortBy = query.SortBy,
        SortOrder = query.SortOrder,
        MaxResults = query.PageSize,
        NextToken = query.NextToken,
    };

    /// <param name="response">The response.</param>
    /// <param name="profileName">The profile that the user specified; null for none.</param>
    public static JobPage FromSdk(ListModelCustomizationJobsResponse response, string? profileName)
    {
        var summaries = response.ModelCustomizationJobSummaries ?? [];
        var jobs = new List<CustomizationJob>(summaries.Count);
        List<MalformedSummary>? malformed = null;
        foreach (var summary in summaries)
        {
            if (MissingMembers(summary) is { } missing)
            {
                (malformed ??= []).Add(new MalformedSummary(summary.JobArn ?? summary.JobName, missing));
            }
            else
            {
                jobs.Add(ToJob(summary, profileName));
            }
        }

        return new JobPage(jobs, malformed ?? [], response.NextToken, response.ResponseMetadata?.RequestId);
    }

    /// <summary>The API names of the required members that are missing; null for none.</summary>
    private static string? MissingMembers(ModelCustomizationJobSummary summary)
    {
        string? missing = null;
        Require(summary.JobArn is not null, "jobArn");
        Require(summary.JobName is not null, "jobName");
        Require(summary.Status is not null, "status");
        Require(summary.BaseModelArn is not null, "baseModelArn");
        Require(summary.CreationTime is not null, "creationTime");
        return missing;

        void Require(bool isPresent, string member)
        {
            if (!isPresent)
            {
                missing = missing is null ? member : missing + ", " + member;
            }
        }
    }

    private static CustomizationJob ToJob(ModelCustomizationJobSummary summary, string? profileName) => new()
    {
        JobArn = summary.JobArn!,
        JobName = summary.JobName!,
        Status = summary.Status!,
        StatusDetails = summary.StatusDetails is { } details ? ToStatusDetails(details) : null,
        CustomizationType = summary.CustomizationType?.Value,
        BaseModelArn = summary.BaseModelArn!,
        CustomModelArn = summary.CustomModelArn,
        CustomModelName = summary.CustomModelName,
        CreationTime = summary.CreationTime!.Value.ToLocalTime(),
        LastModifiedTime = summary.LastModifiedTime?.ToLocalTime(),
        EndTime = summary.EndTime?.ToLocalTime(),
        ProfileName = profileName,
    };

    /// <summary>The status of a job's parts.</summary>
    public static CustomizationJobStatusDetails ToStatusDetails(StatusDetails details) => new()
    {
        ValidationDetails = details.ValidationDetails is { } validation
            ? ToSubtask(validation.Status, validation.CreationTime, validation.LastModifiedTime)
            : null,
        DataProcessingDetails = details.DataProcessingDetails is { } dataProcessing
            ? ToSubtask(dataProcessing.Status, dataProcessing.CreationTime, dataProcessing.LastModifiedTime)
            : null,
        TrainingDetails = details.TrainingDetails is { } training
            ? ToSubtask(training.Status, training.CreationTime, training.LastModifiedTime)
            : null,
    };

    private static CustomizationJobSubtask ToSubtask(string? status, DateTime? creationTime, DateTime? lastModifiedTime) =>
        new()
        {
            Status = status,
            CreationTime = creationTime?.ToLocalTime(),
            LastModifiedTime = lastModifiedTime?.ToLocalTime(),
        };
}
