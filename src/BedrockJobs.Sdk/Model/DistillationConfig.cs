namespace Amazon.Bedrock.Model;

/// <summary>The settings of a distillation job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DistillationConfig.html"/>
public class DistillationConfig
{
    /// <summary>The larger model whose answers train the smaller one.</summary>
    public TeacherModelConfig? TeacherModelConfig { get; set; }
}
