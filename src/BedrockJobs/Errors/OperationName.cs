namespace BedrockJobs.Errors;

/// <summary>The API names of the operations. With the prefix <c>bedrock:</c> they are also the IAM actions.</summary>
internal static class OperationName
{
    public const string ListJobs = "ListModelCustomizationJobs";
    public const string GetJob = "GetModelCustomizationJob";
    public const string StopJob = "StopModelCustomizationJob";
}
