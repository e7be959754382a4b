namespace BedrockJobs.Floor;

/// <summary>One response of ListModelCustomizationJobs.</summary>
internal sealed class Page
{
    public List<Job> ModelCustomizationJobSummaries { get; set; } = [];

    public string? NextToken { get; set; }
}
