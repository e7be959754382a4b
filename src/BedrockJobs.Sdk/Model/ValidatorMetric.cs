namespace Amazon.Bedrock.Model;

/// <summary>What a training has achieved on one validation data set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidatorMetric.html"/>
public class ValidatorMetric
{
    /// <summary>The loss on the validation data.</summary>
    public float? ValidationLoss { get; set; }
}
