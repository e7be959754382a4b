namespace BedrockJobs;

/// <summary>The settings of a distillation.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DistillationConfig.html">DistillationConfig</see>.
/// </remarks>
public sealed class DistillationConfig
{
    /// <summary>The model that teaches.</summary>
    public TeacherModelConfig? TeacherModelConfig { get; internal set; }

    /// <summary>The model that teaches.</summary>
    public override string ToString() => TeacherModelConfig?.ToString() ?? string.Empty;
}
