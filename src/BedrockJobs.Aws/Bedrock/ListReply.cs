using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a response of <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>.
/// </summary>
internal static class ListReply
{
    private static readonly StructureReader<CustomizationJobSubtask> Subtask = new()
    {
        { "status", static (part, ref json) => part.Status = JsonValue.Word(ref json) },
        { "creationTime", static (part, ref json) => part.CreationTimeUtc = JsonValue.Time(ref json) },
        { "lastModifiedTime", static (part, ref json) => part.LastModifiedTimeUtc = JsonValue.Time(ref json) },
    };

    private static readonly StructureReader<CustomizationJobStatusDetails> StatusDetails = new()
    {
        { "validationDetails", static (details, ref json) => details.ValidationDetails = Subtask.Read(ref json) },
        { "dataProcessingDetails", static (details, ref json) => details.DataProcessingDetails = Subtask.Read(ref json) },
        { "trainingDetails", static (details, ref json) => details.TrainingDetails = Subtask.Read(ref json) },
    };

    private static readonly StructureReader<CustomizationJob> Summary = new("jobArn", "jobName", "status", "baseModelArn", "creationTime")
    {
        MembersOfJob<CustomizationJob>("customModelArn", "customModelName"),
    };

    private static readonly StructureReader<Page> Jobs = new("modelCustomizationJobSummaries")
    {
        { "modelCustomizationJobSummaries", static (page, ref json) => JsonValue.ForEach(ref json, page, AddJob) },
        { "nextToken", static (page, ref json) => page.NextToken = JsonValue.Text(ref json) },
    };

    /// <summary>The members that a summary and the details of a job have in common.</summary>
    public static IEnumerable<(string Name, MemberReader<T> Read)> MembersOfJob<T>(string modelArn, string modelName)
        where T : CustomizationJob =>
    [
        ("jobArn", static (job, ref json) => job.JobArn = JsonValue.Text(ref json)),
        ("baseModelArn", static (job, ref json) => job.BaseModelArn = JsonValue.Repeated(ref json)),
        ("jobName", static (job, ref json) => job.JobName = JsonValue.Text(ref json)),
        ("status", static (job, ref json) => job.Status = JsonValue.Word(ref json)),
        ("statusDetails", static (job, ref json) => job.StatusDetails = StatusDetails.Read(ref json)),
        ("lastModifiedTime", static (job, ref json) => job.LastModifiedTimeUtc = JsonValue.Time(ref json)),
        ("creationTime", static (job, ref json) => job.CreationTimeUtc = JsonValue.Time(ref json)),
        ("endTime", static (job, ref json) => job.EndTimeUtc = JsonValue.Time(ref json)),
        (modelArn, static (job, ref json) => job.CustomModelArn = JsonValue.Text(ref json)),
        (modelName, static (job, ref json) => job.CustomModelName = JsonValue.Text(ref json)),
        ("customizationType", static (job, ref json) => job.CustomizationType = JsonValue.Word(ref json)),
    ];

    /// <summary>Reads the body of a success response.</summary>
    /// <exception cref="JsonException">The body isn't a page.</exception>
    public static JobPage Read(ReadOnlySpan<byte> body, string? requestId, out string? missing)
    {
        var page = ReplyDocument.Read(body, Jobs, out missing);
        return new JobPage(page.Jobs, page.Malformed, page.NextToken, requestId);
    }

    private static void AddJob(Page page, ref Utf8JsonReader json)
    {
        string? missing;
        CustomizationJob? job = null;
        if (json.TokenType == JsonTokenType.Null)
        {
            missing = Summary.Required;
        }
        else
        {
            job = Summary.Read(ref json, out missing);
        }

        if (missing is null)
        {
            page.Jobs.Add(job!);
        }
        else
        {
            page.Malformed.Add(new MalformedSummary(NonEmpty(job?.JobArn) ?? NonEmpty(job?.JobName), missing));
        }
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed class Page
    {
        public List<CustomizationJob> Jobs { get; } = [];

        public List<MalformedSummary> Malformed { get; } = [];

        public string? NextToken { get; set; }
    }
}
