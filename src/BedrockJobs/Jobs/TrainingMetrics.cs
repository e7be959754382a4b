namespace BedrockJobs;

/// <summary>The metrics of the training of a model.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingMetrics.html">TrainingMetrics</see>.
/// </remarks>
public sealed class TrainingMetrics
{
    /// <summary>
    /// The loss: the difference between the output of the model and the training data. Lower is better.
    /// </summary>
    public double? TrainingLoss { get; internal set; }

    /// <summary>Returns the metrics as text, such as <c>TrainingLoss=0.81</c>.</summary>
    public override string ToString() => new MemberText().Add(nameof(TrainingLoss), TrainingLoss).ToString();
}
