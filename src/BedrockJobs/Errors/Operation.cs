namespace BedrockJobs.Errors;

/// <summary>A request to Amazon Bedrock, as messages describe it.</summary>
/// <param name="Name">The API name of the operation. With the prefix <c>bedrock:</c> it's also the IAM action.</param>
internal sealed record Operation(string Name, string Subject)
{
    public const string ListJobs = "ListModelCustomizationJobs";
    public const string GetJob = "GetModelCustomizationJob";
    public const string StopJob = "StopModelCustomizationJob";

    public static Operation List(string place) =>
        new(ListJobs, SR.OperationSubject.With(ListJobs, place));

    public static Operation Get(string jobIdentifier, string place) => OnJob(GetJob, jobIdentifier, place);

    public static Operation Stop(string jobIdentifier, string place) => OnJob(StopJob, jobIdentifier, place);

    private static Operation OnJob(string name, string jobIdentifier, string place) => new(
        name,
        SR.JobOperationSubject.With(name, PrintableText.From(jobIdentifier), place));
}
