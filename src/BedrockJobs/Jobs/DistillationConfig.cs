namespace BedrockJobs;

/// <summary>The settings of a distillation job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DistillationConfig.html">DistillationConfig</see>.
/// </remarks>
public sealed class DistillationConfig
{
    /// <summary>The teacher model.</summary>
    public TeacherModelConfig? TeacherModelConfig { get; internal set; }

    /// <summary>Returns the teacher model as text.</summary>
    public override string ToString() => TeacherModelConfig?.ToString() ?? string.Empty;
}
