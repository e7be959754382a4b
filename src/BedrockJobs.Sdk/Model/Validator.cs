namespace Amazon.Bedrock.Model;

/// <summary>One validation data set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Validator.html"/>
public class Validator
{
    /// <summary>The data set's place in Amazon S3.</summary>
    public string? S3Uri { get; set; }
}
