using Amazon.Runtime.Internal.Auth;

namespace Amazon.Bedrock.Internal;

/// <summary>What the choice of an authentication scheme can depend on.</summary>
public class AmazonBedrockAuthSchemeParameters : IAuthSchemeParameters
{
    /// <summary>The operation's name.</summary>
    public string? Operation { get; set; }

    /// <summary>The region's name; null where an endpoint is set instead.</summary>
    public string? Region { get; set; }
}
