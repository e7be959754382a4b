namespace BedrockJobs;

/// <summary>What the validation of a model measured on one data set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidatorMetric.html">ValidatorMetric</see>.
/// </remarks>
public sealed class ValidatorMetric
{
    /// <summary>The loss: how far the model's output is from the validation data. Smaller is better.</summary>
    public double? ValidationLoss { get; internal set; }

    /// <summary>The measurement, such as <c>ValidationLoss=0.93</c>.</summary>
    public override string ToString() => new MemberText().Add(nameof(ValidationLoss), ValidationLoss).ToString();
}
