namespace Amazon.Bedrock.Model;

/// <summary>The service has taken the request to stop a job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class StopModelCustomizationJobResponse : AmazonWebServiceResponse
{
}
