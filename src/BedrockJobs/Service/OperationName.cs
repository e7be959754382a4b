namespace BedrockJobs.Service;

/// <summary>The API's names of the operations that are used. They are also the IAM actions, after <c>bedrock:</c>.</summary>
internal static class OperationName
{
    public const string ListJobs = "ListModelCustomizationJobs";
    public const string GetJob = "GetModelCustomizationJob";
    public const string StopJob = "StopModelCustomizationJob";
}
