namespace Amazon.Bedrock.Model;

/// <summary>Specifies the customization job to get.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html"/>
public class GetModelCustomizationJobRequest : AmazonBedrockRequest
{
    /// <summary>The job's name or ARN. Required.</summary>
    public string? JobIdentifier { get; set; }
}
