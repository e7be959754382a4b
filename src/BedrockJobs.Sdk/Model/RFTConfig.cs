namespace Amazon.Bedrock.Model;

/// <summary>The settings of a reinforcement fine-tuning job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTConfig.html"/>
public class RFTConfig
{
    /// <summary>What rewards the model's answers.</summary>
    public GraderConfig? GraderConfig { get; set; }

    /// <summary>The training's hyperparameters.</summary>
    public RFTHyperParameters? HyperParameters { get; set; }
}
