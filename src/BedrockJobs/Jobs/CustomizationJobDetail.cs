namespace BedrockJobs;

/// <summary>
/// A model customization job with all its details: why it failed, its settings, and where its data is. The properties
/// have the names of the API. A property that the service doesn't return is null, or empty if it's a dictionary or
/// list.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </remarks>
public sealed class CustomizationJobDetail : CustomizationJob
{
    /// <summary>The reason why the job failed, as the service returns it; null for a job that hasn't failed.</summary>
    public string? FailureMessage { get; internal set; }

    /// <summary>The training metrics; null until they are available.</summary>
    public TrainingMetrics? TrainingMetrics { get; internal set; }

    /// <summary>
    /// The validation metrics: one entry for each validation data set, in the order of the data sets.
    /// </summary>
    public OutputList<ValidatorMetric> ValidationMetrics { get; internal set; } = [];

    /// <summary>The name of the model that the job creates. The listing calls it <c>CustomModelName</c>.</summary>
    public string? OutputModelName => CustomModelName;

    /// <summary>
    /// The ARN of the model that the job creates; null until the model exists. The listing calls it
    /// <c>CustomModelArn</c>.
    /// </summary>
    public string? OutputModelArn => CustomModelArn;

    /// <summary>The ARN of the KMS key that encrypts the model; null for an AWS owned key.</summary>
    public string? OutputModelKmsKeyArn { get; internal set; }

    /// <summary>
    /// The hyperparameters, sorted by name. They depend on the base model. The values are strings, as the service
    /// returns them.
    /// </summary>
    public OutputDictionary HyperParameters { get; internal set; } = [];

    /// <summary>The settings for the customization type; null for none.</summary>
    public CustomizationConfig? CustomizationConfig { get; internal set; }

    /// <summary>The training data.</summary>
    public TrainingDataConfig? TrainingDataConfig { get; internal set; }

    /// <summary>The validation data; null for none.</summary>
    public ValidationDataConfig? ValidationDataConfig { get; internal set; }

    /// <summary>The location for the results of the job.</summary>
    public OutputDataConfig? OutputDataConfig { get; internal set; }

    /// <summary>The ARN of the IAM role that Amazon Bedrock uses to read and write the data.</summary>
    public string? RoleArn { get; internal set; }

    /// <summary>The virtual private cloud that the job uses to access its data; null for none.</summary>
    public VpcConfig? VpcConfig { get; internal set; }

    /// <summary>The token that made the request that created the job idempotent.</summary>
    public string? ClientRequestToken { get; internal set; }

    /// <summary>The ID of the request that returned this job, for <c>-Verbose</c>.</summary>
    internal string? RequestId { get; set; }
}
