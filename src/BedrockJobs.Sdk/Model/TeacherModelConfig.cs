namespace Amazon.Bedrock.Model;

/// <summary>The teacher model of a distillation job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TeacherModelConfig.html"/>
public class TeacherModelConfig
{
    /// <summary>The teacher model's id or ARN.</summary>
    public string? TeacherModelIdentifier { get; set; }

    /// <summary>The most tokens that the teacher may answer with.</summary>
    public int? MaxResponseLengthForInference { get; set; }
}
