namespace BedrockJobs;

/// <summary>The settings of a reinforcement fine-tuning.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTConfig.html">RFTConfig</see>.
/// </remarks>
public sealed class RftConfig
{
    /// <summary>What rates the model's answers.</summary>
    public GraderConfig? GraderConfig { get; internal set; }

    /// <summary>The hyperparameters; null where the service's defaults are used.</summary>
    public RftHyperParameters? HyperParameters { get; internal set; }

    /// <summary>The grader and the hyperparameters.</summary>
    public override string ToString() => new MemberText().Add(GraderConfig).Add(HyperParameters).ToString();
}
