namespace Amazon.Bedrock;

/// <summary>Amazon Bedrock's control plane, as far as it deals with model customization jobs.</summary>
/// <remarks>
/// In addition to the exceptions of each operation, <see cref="AmazonBedrockException"/> is thrown for any other error
/// response, and <see cref="AmazonUnmarshallingException"/> for a response that doesn't match the API.
/// </remarks>
public interface IAmazonBedrock : IAmazonService, IDisposable
{
    /// <summary>Lists customization jobs, one page at a time.</summary>
    /// <exception cref="AccessDeniedException">The caller isn't allowed to list jobs.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ThrottlingException">The service received too many requests.</exception>
    /// <exception cref="ValidationException">The service rejects a value in the request.</exception>
    /// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
    Task<ListModelCustomizationJobsResponse> ListModelCustomizationJobsAsync(
        ListModelCustomizationJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the details of one customization job.</summary>
    /// <exception cref="AccessDeniedException">The caller isn't allowed to get the job.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ResourceNotFoundException">The job doesn't exist.</exception>
    /// <exception cref="ThrottlingException">The service received too many requests.</exception>
    /// <exception cref="ValidationException">The service rejects the identifier.</exception>
    /// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html"/>
    Task<GetModelCustomizationJobResponse> GetModelCustomizationJobAsync(
        GetModelCustomizationJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops a customization job.</summary>
    /// <exception cref="AccessDeniedException">The caller isn't allowed to stop the job.</exception>
    /// <exception cref="ConflictException">The job has already ended.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ResourceNotFoundException">The job doesn't exist.</exception>
    /// <exception cref="ThrottlingException">The service received too many requests.</exception>
    /// <exception cref="ValidationException">The service rejects the identifier.</exception>
    /// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
    Task<StopModelCustomizationJobResponse> StopModelCustomizationJobAsync(
        StopModelCustomizationJobRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials? awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonBedrockClient((AmazonBedrockConfig)clientConfig)
            : new AmazonBedrockClient(awsCredentials, (AmazonBedrockConfig)clientConfig);
}
