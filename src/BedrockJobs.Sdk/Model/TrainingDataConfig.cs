namespace Amazon.Bedrock.Model;

/// <summary>Where the training data comes from.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingDataConfig.html"/>
public class TrainingDataConfig
{
    /// <summary>The data's place in Amazon S3.</summary>
    public string? S3Uri { get; set; }

    /// <summary>Set where logs of earlier invocations are the training data.</summary>
    public InvocationLogsConfig? InvocationLogsConfig { get; set; }
}
