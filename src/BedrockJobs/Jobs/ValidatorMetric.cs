namespace BedrockJobs;

/// <summary>The metrics of the validation of a model with one data set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidatorMetric.html">ValidatorMetric</see>.
/// </remarks>
public sealed class ValidatorMetric
{
    /// <summary>
    /// The loss: the difference between the output of the model and the validation data. Lower is better.
    /// </summary>
    public double? ValidationLoss { get; internal set; }

    /// <summary>Returns the metrics as text, such as <c>ValidationLoss=0.93</c>.</summary>
    public override string ToString() => new MemberText().Add(nameof(ValidationLoss), ValidationLoss).ToString();
}
