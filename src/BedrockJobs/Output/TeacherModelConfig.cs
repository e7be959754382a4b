namespace BedrockJobs;

/// <summary>The model that teaches in a distillation.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TeacherModelConfig.html">TeacherModelConfig</see>.
/// </remarks>
public sealed class TeacherModelConfig
{
    /// <summary>The ARN or id of the model.</summary>
    public string? TeacherModelIdentifier { get; internal set; }

    /// <summary>The most tokens that the model answers with; null for the service's default.</summary>
    public int? MaxResponseLengthForInference { get; internal set; }

    /// <summary>The model and its limit.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(TeacherModelIdentifier), TeacherModelIdentifier)
        .Add(nameof(MaxResponseLengthForInference), MaxResponseLengthForInference)
        .ToString();
}
