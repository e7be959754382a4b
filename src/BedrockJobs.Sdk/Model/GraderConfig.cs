namespace Amazon.Bedrock.Model;

/// <summary>The grader of a model's answers: exactly one member is set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GraderConfig.html"/>
public class GraderConfig
{
    /// <summary>A Lambda function that grades.</summary>
    public LambdaGraderConfig? LambdaGrader { get; set; }
}
