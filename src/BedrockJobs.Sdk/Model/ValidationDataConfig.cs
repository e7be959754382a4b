namespace Amazon.Bedrock.Model;

/// <summary>The data that a job validates with.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDataConfig.html"/>
public class ValidationDataConfig
{
    /// <summary>The validation data sets, at most 10.</summary>
    public List<Validator>? Validators { get; set; }
}
