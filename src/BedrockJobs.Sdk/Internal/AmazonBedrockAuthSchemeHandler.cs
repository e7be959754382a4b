using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Bedrock.Internal;

/// <summary>Selects how each request is authenticated: with a signature (version 4), or else with a bearer token.</summary>
public class AmazonBedrockAuthSchemeHandler : BaseAuthResolverHandler
{
    /// <inheritdoc/>
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
    [
        new AuthSchemeOption { SchemeId = "aws.auth#sigv4" },
        new AuthSchemeOption { SchemeId = "smithy.api#httpBearerAuth" },
    ];
}
