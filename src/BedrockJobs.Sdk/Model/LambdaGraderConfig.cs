namespace Amazon.Bedrock.Model;

/// <summary>A Lambda function that grades answers.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LambdaGraderConfig.html"/>
public class LambdaGraderConfig
{
    /// <summary>The function's ARN.</summary>
    public string? LambdaArn { get; set; }
}
