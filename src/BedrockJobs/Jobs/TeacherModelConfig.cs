namespace BedrockJobs;

/// <summary>The teacher model of a distillation job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TeacherModelConfig.html">TeacherModelConfig</see>.
/// </remarks>
public sealed class TeacherModelConfig
{
    /// <summary>The ARN or ID of the model.</summary>
    public string? TeacherModelIdentifier { get; internal set; }

    /// <summary>The maximum number of tokens in a response of the model; null for the default of the service.</summary>
    public int? MaxResponseLengthForInference { get; internal set; }

    /// <summary>Returns the model and its limit as text.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(TeacherModelIdentifier), TeacherModelIdentifier)
        .Add(nameof(MaxResponseLengthForInference), MaxResponseLengthForInference)
        .ToString();
}
