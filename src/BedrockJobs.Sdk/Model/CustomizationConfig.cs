namespace Amazon.Bedrock.Model;

/// <summary>How a model is customized: exactly one of the members is set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CustomizationConfig.html"/>
public class CustomizationConfig
{
    /// <summary>Set for a distillation job.</summary>
    public DistillationConfig? DistillationConfig { get; set; }

    /// <summary>Set for a reinforcement fine-tuning job.</summary>
    public RFTConfig? RftConfig { get; set; }
}
