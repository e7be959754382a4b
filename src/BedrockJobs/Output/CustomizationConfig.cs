namespace BedrockJobs;

/// <summary>The settings that belong to a job's customization type. One of the members is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CustomizationConfig.html">CustomizationConfig</see>.
/// </remarks>
public sealed class CustomizationConfig
{
    /// <summary>The settings of a distillation; null for another customization.</summary>
    public DistillationConfig? DistillationConfig { get; internal set; }

    /// <summary>The settings of a reinforcement fine-tuning; null for another customization.</summary>
    public RftConfig? RftConfig { get; internal set; }

    /// <summary>The settings.</summary>
    public override string ToString() => new MemberText().Add(DistillationConfig).Add(RftConfig).ToString();
}
