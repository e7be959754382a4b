using System.Collections.Generic;
using System.Collections.Specialized;
using BedrockJobs.Views;

namespace BedrockJobs;

/// <summary>
/// A model-customization job in full: why it failed, what it was trained with and where its data is. Members carry the
/// API's names. One that the service does not tell of is null; a dictionary or a list is empty.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </remarks>
public sealed class CustomizationJobDetail : CustomizationJob
{
    /// <summary>Why the job failed, in the service's words; null for a job that has not failed.</summary>
    public string? FailureMessage { get; internal set; }

    /// <summary>What training measured; null before there is a measurement.</summary>
    public TrainingMetrics? TrainingMetrics { get; internal set; }

    /// <summary>What validation measured, one entry for each validation data set, in the order of the data sets.</summary>
    public IReadOnlyList<ValidatorMetric> ValidationMetrics { get; internal set; } = [];

    /// <summary>The name of the model that the job makes. The listing calls it <c>CustomModelName</c>.</summary>
    public string? OutputModelName => CustomModelName;

    /// <summary>
    /// The ARN of the model that came out; null before there is one. The listing calls it <c>CustomModelArn</c>.
    /// </summary>
    public string? OutputModelArn => CustomModelArn;

    /// <summary>The ARN of the KMS key that encrypts the model; null for a key of AWS.</summary>
    public string? OutputModelKmsKeyArn { get; internal set; }

    /// <summary>
    /// The hyperparameters by name, sorted by name. Which ones there are depends on the base model; their values are
    /// text, as the service sends them.
    /// </summary>
    public OrderedDictionary HyperParameters { get; internal set; } = [];

    /// <summary>The settings that belong to the customization type; null where there are none.</summary>
    public CustomizationConfig? CustomizationConfig { get; internal set; }

    /// <summary>The training data.</summary>
    public TrainingDataConfig? TrainingDataConfig { get; internal set; }

    /// <summary>The validation data; null where there is none.</summary>
    public ValidationDataConfig? ValidationDataConfig { get; internal set; }

    /// <summary>Where the job writes its results.</summary>
    public OutputDataConfig? OutputDataConfig { get; internal set; }

    /// <summary>The ARN of the IAM role with which Amazon Bedrock reads and writes the data.</summary>
    public string? RoleArn { get; internal set; }

    /// <summary>The virtual private cloud through which the job reaches its data; null where it uses none.</summary>
    public VpcConfig? VpcConfig { get; internal set; }

    /// <summary>The token that made the request to create the job idempotent.</summary>
    public string? ClientRequestToken { get; internal set; }

    /// <summary>The id of the request that this is the reply to, for <c>-Verbose</c>.</summary>
    internal string? RequestId { get; set; }

    private protected override string? Cell(string name) => JobDetailView.Cell(this, name) ?? base.Cell(name);
}
