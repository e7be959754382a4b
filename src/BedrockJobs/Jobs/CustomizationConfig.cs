namespace BedrockJobs;

/// <summary>The settings for the customization type of a job. Only one of the properties is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CustomizationConfig.html">CustomizationConfig</see>.
/// </remarks>
public sealed class CustomizationConfig
{
    /// <summary>The settings of a distillation job; null for other customization types.</summary>
    public DistillationConfig? DistillationConfig { get; internal set; }

    /// <summary>The settings of a reinforcement fine-tuning job; null for other customization types.</summary>
    public RftConfig? RftConfig { get; internal set; }

    /// <summary>Returns the settings as text.</summary>
    public override string ToString() => new MemberText().Add(DistillationConfig).Add(RftConfig).ToString();
}
