namespace Amazon.Bedrock.Model;

/// <summary>What a training has achieved.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingMetrics.html"/>
public class TrainingMetrics
{
    /// <summary>The loss on the training data.</summary>
    public float? TrainingLoss { get; set; }
}
