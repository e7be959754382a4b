namespace BedrockJobs;

/// <summary>The settings of a reinforcement fine-tuning job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTConfig.html">RFTConfig</see>.
/// </remarks>
public sealed class RftConfig
{
    /// <summary>The grader that rates the responses of the model.</summary>
    public GraderConfig? GraderConfig { get; internal set; }

    /// <summary>The hyperparameters; null if the service uses its defaults.</summary>
    public RftHyperParameters? HyperParameters { get; internal set; }

    /// <summary>Returns the grader and the hyperparameters as text.</summary>
    public override string ToString() => new MemberText().Add(GraderConfig).Add(HyperParameters).ToString();
}
