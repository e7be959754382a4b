using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Bedrock.Internal;

/// <summary>Names the authentication schemes of the service, the preferred one first.</summary>
public class AmazonBedrockAuthSchemeResolver : IAuthSchemeResolver<AmazonBedrockAuthSchemeParameters>
{
    /// <summary>Signature version 4, then a bearer token: the same for every operation.</summary>
    public List<IAuthSchemeOption> ResolveAuthScheme(AmazonBedrockAuthSchemeParameters authParameters) =>
    [
        new AuthSchemeOption { SchemeId = "aws.auth#sigv4" },
        new AuthSchemeOption { SchemeId = "smithy.api#httpBearerAuth" },
    ];
}
