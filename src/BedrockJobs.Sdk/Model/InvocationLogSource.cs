namespace Amazon.Bedrock.Model;

/// <summary>Where invocation logs are: exactly one member is set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogSource.html"/>
public class InvocationLogSource
{
    /// <summary>The logs' place in Amazon S3.</summary>
    public string? S3Uri { get; set; }
}
