using Amazon.Runtime.Internal.Auth;

namespace Amazon.Bedrock.Internal;

/// <summary>The parameters that determine the authentication scheme.</summary>
public class AmazonBedrockAuthSchemeParameters : IAuthSchemeParameters
{
    /// <summary>The operation's name.</summary>
    public string? Operation { get; set; }

    /// <summary>The region's name; null if an endpoint is set instead.</summary>
    public string? Region { get; set; }
}
