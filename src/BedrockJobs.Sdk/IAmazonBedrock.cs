using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Amazon Bedrock's control plane, as far as it deals with model customization jobs.</summary>
/// <remarks>
/// Beside the exceptions that each operation names, <see cref="AmazonBedrockException"/> is thrown for any other error
/// that the service answers with, and <see cref="AmazonUnmarshallingException"/> for a reply that is not what the API
/// promises.
/// </remarks>
public interface IAmazonBedrock : IAmazonService, IDisposable
{
    /// <summary>Lists customization jobs, one page at a time.</summary>
    /// <exception cref="AccessDeniedException">The caller may not list jobs.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ThrottlingException">There were too many requests in too short a time.</exception>
    /// <exception cref="ValidationException">The service refuses a value of the request.</exception>
    /// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
    Task<ListModelCustomizationJobsResponse> ListModelCustomizationJobsAsync(
        ListModelCustomizationJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes one customization job in full.</summary>
    /// <exception cref="AccessDeniedException">The caller may not see the job.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such job.</exception>
    /// <exception cref="ThrottlingException">There were too many requests in too short a time.</exception>
    /// <exception cref="ValidationException">The service refuses the identifier.</exception>
    /// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html"/>
    Task<GetModelCustomizationJobResponse> GetModelCustomizationJobAsync(
        GetModelCustomizationJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks the service to stop a customization job.</summary>
    /// <exception cref="AccessDeniedException">The caller may not stop the job.</exception>
    /// <exception cref="ConflictException">The job has already ended.</exception>
    /// <exception cref="InternalServerException">The service failed.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such job.</exception>
    /// <exception cref="ThrottlingException">There were too many requests in too short a time.</exception>
    /// <exception cref="ValidationException">The service refuses the identifier.</exception>
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
