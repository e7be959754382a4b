namespace BedrockJobs;

/// <summary>What the training of a model measured.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingMetrics.html">TrainingMetrics</see>.
/// </remarks>
public sealed class TrainingMetrics
{
    /// <summary>The loss: how far the model's output is from the training data. Smaller is better.</summary>
    public double? TrainingLoss { get; internal set; }

    /// <summary>The measurement, such as <c>TrainingLoss=0.81</c>.</summary>
    public override string ToString() => new MemberText().Add(nameof(TrainingLoss), TrainingLoss).ToString();
}
