namespace Amazon.Bedrock.Model;

/// <summary>Which invocation logs are used: exactly one member is set.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataFilters.html"/>
public class RequestMetadataFilters
{
    /// <summary>Logs whose metadata has this value for this key.</summary>
    public new Dictionary<string, string>? Equals { get; set; }

    /// <summary>Logs whose metadata does not have this value for this key.</summary>
    public Dictionary<string, string>? NotEquals { get; set; }

    /// <summary>Logs that pass all of these filters.</summary>
    public List<RequestMetadataBaseFilters>? AndAll { get; set; }

    /// <summary>Logs that pass any of these filters.</summary>
    public List<RequestMetadataBaseFilters>? OrAll { get; set; }
}
