namespace BedrockJobs;

/// <summary>The metrics of the training of a model.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingMetrics.html">TrainingMetrics</see>.
/// </remarks>
public sealed class TrainingMetrics : OutputObject
{
    /// <summary>
    /// The loss: the difference between the output of the model and the training data. Lower is better.
    /// </summary>
    public double? TrainingLoss { get; internal set; }
}

/// <summary>The metrics of the validation of a model with one data set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidatorMetric.html">ValidatorMetric</see>.
/// </remarks>
public sealed class ValidatorMetric : OutputObject
{
    /// <summary>
    /// The loss: the difference between the output of the model and the validation data. Lower is better.
    /// </summary>
    public double? ValidationLoss { get; internal set; }
}
