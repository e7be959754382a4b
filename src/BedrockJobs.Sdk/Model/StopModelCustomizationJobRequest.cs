namespace Amazon.Bedrock.Model;

/// <summary>
/// Which customization job to stop. What was trained until then is charged, and a stopped job cannot be resumed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class StopModelCustomizationJobRequest : AmazonBedrockRequest
{
    /// <summary>The job's name or ARN. Required.</summary>
    public string? JobIdentifier { get; set; }
}
