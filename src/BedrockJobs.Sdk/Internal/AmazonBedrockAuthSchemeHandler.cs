using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Bedrock.Internal;

/// <summary>Chooses how each request is authenticated.</summary>
public class AmazonBedrockAuthSchemeHandler : BaseAuthResolverHandler
{
    /// <summary>Names the schemes to choose from.</summary>
    public AmazonBedrockAuthSchemeResolver AuthSchemeResolver { get; } = new();

    /// <inheritdoc/>
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        return AuthSchemeResolver.ResolveAuthScheme(new AmazonBedrockAuthSchemeParameters
        {
            Operation = executionContext.RequestContext.Request.RequestName,
            Region = executionContext.RequestContext.ClientConfig.RegionEndpoint?.SystemName,
        });
    }
}
