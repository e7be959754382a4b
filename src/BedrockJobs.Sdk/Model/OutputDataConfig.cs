namespace Amazon.Bedrock.Model;

/// <summary>Where a job writes its output.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_OutputDataConfig.html"/>
public class OutputDataConfig
{
    /// <summary>The output's place in Amazon S3.</summary>
    public string? S3Uri { get; set; }
}
