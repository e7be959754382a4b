namespace Amazon.Bedrock.Model;

/// <summary>One condition on the metadata of an invocation log.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataBaseFilters.html"/>
public class RequestMetadataBaseFilters
{
    /// <summary>The metadata has this value for this key.</summary>
    public new Dictionary<string, string>? Equals { get; set; }

    /// <summary>The metadata does not have this value for this key.</summary>
    public Dictionary<string, string>? NotEquals { get; set; }
}
