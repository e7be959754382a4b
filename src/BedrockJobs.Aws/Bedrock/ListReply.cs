using System.Text.Json;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a response of <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>.
/// </summary>
internal static class ListReply
{
    private const string Summaries = "modelCustomizationJobSummaries";

    private static readonly StructureReader<ValidationDetails> Validation = new()
    {
        { "status", static (ValidationDetails part, ref Utf8JsonReader json) => part.Status = JsonValue.Text(ref json) },
        { "creationTime", static (ValidationDetails part, ref Utf8JsonReader json) => part.CreationTime = JsonValue.Time(ref json) },
        { "lastModifiedTime", static (ValidationDetails part, ref Utf8JsonReader json) => part.LastModifiedTime = JsonValue.Time(ref json) },
    };

    private static readonly StructureReader<DataProcessingDetails> DataProcessing = new()
    {
        { "status", static (DataProcessingDetails part, ref Utf8JsonReader json) => part.Status = JsonValue.Text(ref json) },
        { "creationTime", static (DataProcessingDetails part, ref Utf8JsonReader json) => part.CreationTime = JsonValue.Time(ref json) },
        { "lastModifiedTime", static (DataProcessingDetails part, ref Utf8JsonReader json) => part.LastModifiedTime = JsonValue.Time(ref json) },
    };

    private static readonly StructureReader<TrainingDetails> Training = new()
    {
        { "status", static (TrainingDetails part, ref Utf8JsonReader json) => part.Status = JsonValue.Text(ref json) },
        { "creationTime", static (TrainingDetails part, ref Utf8JsonReader json) => part.CreationTime = JsonValue.Time(ref json) },
        { "lastModifiedTime", static (TrainingDetails part, ref Utf8JsonReader json) => part.LastModifiedTime = JsonValue.Time(ref json) },
    };

    /// <summary>Reads the status of a job's parts.</summary>
    public static readonly StructureReader<StatusDetails> StatusDetails = new()
    {
        { "validationDetails", static (StatusDetails details, ref Utf8JsonReader json) => details.ValidationDetails = Validation.Read(ref json) },
        { "dataProcessingDetails", static (StatusDetails details, ref Utf8JsonReader json) => details.DataProcessingDetails = DataProcessing.Read(ref json) },
        { "trainingDetails", static (StatusDetails details, ref Utf8JsonReader json) => details.TrainingDetails = Training.Read(ref json) },
    };

    private static readonly StructureReader<ModelCustomizationJobSummary> Summary = new()
    {
        { "jobArn", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.JobArn = JsonValue.Text(ref json) },
        { "baseModelArn", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.BaseModelArn = JsonValue.Text(ref json) },
        { "jobName", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.JobName = JsonValue.Text(ref json) },
        { "status", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.Status = JsonValue.Text(ref json) },
        { "statusDetails", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.StatusDetails = StatusDetails.Read(ref json) },
        { "lastModifiedTime", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.LastModifiedTime = JsonValue.Time(ref json) },
        { "creationTime", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.CreationTime = JsonValue.Time(ref json) },
        { "endTime", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.EndTime = JsonValue.Time(ref json) },
        { "customModelArn", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.CustomModelArn = JsonValue.Text(ref json) },
        { "customModelName", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.CustomModelName = JsonValue.Text(ref json) },
        { "customizationType", static (ModelCustomizationJobSummary job, ref Utf8JsonReader json) => job.CustomizationType = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<ListModelCustomizationJobsResponse> Page = new()
    {
        { Summaries, static (ListModelCustomizationJobsResponse page, ref Utf8JsonReader json) => page.ModelCustomizationJobSummaries = JsonValue.List(ref json, Summary) },
        { "nextToken", static (ListModelCustomizationJobsResponse page, ref Utf8JsonReader json) => page.NextToken = JsonValue.Text(ref json) },
    };

    /// <summary>Reads the response.</summary>
    public static readonly ReplyUnmarshaller<ListModelCustomizationJobsResponse> Unmarshaller =
        new(Read, static page => page.ModelCustomizationJobSummaries is null ? Summaries : null);

    /// <summary>Reads the body of a success response.</summary>
    /// <exception cref="JsonException">The body isn't a page.</exception>
    public static ListModelCustomizationJobsResponse Read(ReadOnlySpan<byte> body) => ReplyDocument.Read(body, Page);
}
