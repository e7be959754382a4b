namespace BedrockJobs.Errors;

/// <summary>A request to Amazon Bedrock, as messages describe it.</summary>
/// <param name="Name">The API name of the operation. With the prefix <c>bedrock:</c> it's also the IAM action.</param>
/// <param name="Subject">The operation, the job, and the place.</param>
internal sealed record Operation(string Name, string Subject)
{
    public const string ListJobs = "ListModelCustomizationJobs";
    public const string GetJob = "GetModelCustomizationJob";
    public const string StopJob = "StopModelCustomizationJob";

    /// <param name="place">The name of the place, or of several.</param>
    public static Operation List(string place) =>
        new(ListJobs, string.Format(CultureInfo.CurrentCulture, SR.OperationSubject, ListJobs, place));

    /// <param name="jobIdentifier">The name or ARN of the job.</param>
    /// <param name="place">The name of the place, or of several.</param>
    public static Operation Get(string jobIdentifier, string place) => OnJob(GetJob, jobIdentifier, place);

    /// <param name="jobIdentifier">The name or ARN of the job.</param>
    /// <param name="place">The name of the place.</param>
    public static Operation Stop(string jobIdentifier, string place) => OnJob(StopJob, jobIdentifier, place);

    private static Operation OnJob(string name, string jobIdentifier, string place) => new(
        name,
        string.Format(CultureInfo.CurrentCulture, SR.JobOperationSubject, name, PrintableText.From(jobIdentifier), place));
}
