namespace BedrockJobs;

/// <summary>The settings for the customization type of a job. Only one of the properties is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CustomizationConfig.html">CustomizationConfig</see>.
/// </remarks>
public sealed class CustomizationConfig : OutputObject
{
    /// <summary>The settings of a distillation job; null for other customization types.</summary>
    public DistillationConfig? DistillationConfig { get; internal set; }

    /// <summary>The settings of a reinforcement fine-tuning job; null for other customization types.</summary>
    public RftConfig? RftConfig { get; internal set; }
}

/// <summary>The settings of a distillation job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DistillationConfig.html">DistillationConfig</see>.
/// </remarks>
public sealed class DistillationConfig : OutputObject
{
    /// <summary>The teacher model.</summary>
    public TeacherModelConfig? TeacherModelConfig { get; internal set; }
}

/// <summary>The teacher model of a distillation job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TeacherModelConfig.html">TeacherModelConfig</see>.
/// </remarks>
public sealed class TeacherModelConfig : OutputObject
{
    /// <summary>The ARN or ID of the model.</summary>
    public string? TeacherModelIdentifier { get; internal set; }

    /// <summary>The maximum number of tokens in a response of the model; null for the default of the service.</summary>
    public int? MaxResponseLengthForInference { get; internal set; }
}
