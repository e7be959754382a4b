namespace Amazon.Bedrock.Model;

/// <summary>One page of a listing.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
public class ListModelCustomizationJobsResponse : AmazonWebServiceResponse
{
    /// <summary>The jobs of this page; null where the service sent no list.</summary>
    public List<ModelCustomizationJobSummary>? ModelCustomizationJobSummaries { get; set; }

    /// <summary>
    /// What to send for the next page; null or empty on the last one. A page may be empty and still have it.
    /// </summary>
    public string? NextToken { get; set; }
}
