using Amazon.Runtime.Endpoints;

namespace Amazon.Bedrock.Endpoints;

/// <summary>The parameters that determine an endpoint of the service.</summary>
public class BedrockEndpointParameters : EndpointParameters
{
    /// <summary>Creates parameters without a region or an endpoint, and neither dual-stack nor FIPS.</summary>
    public BedrockEndpointParameters()
    {
        UseDualStack = false;
        UseFIPS = false;
    }

    /// <summary>The region's name.</summary>
    public string? Region
    {
        get => (string?)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    /// <summary>Whether the endpoint must be reachable by IPv6 as well as by IPv4.</summary>
    public bool? UseDualStack
    {
        get => (bool?)this[nameof(UseDualStack)];
        set => this[nameof(UseDualStack)] = value;
    }

    /// <summary>Whether the endpoint must comply with FIPS 140.</summary>
    public bool? UseFIPS
    {
        get => (bool?)this[nameof(UseFIPS)];
        set => this[nameof(UseFIPS)] = value;
    }

    /// <summary>The address to use instead of the region's own.</summary>
    public string? Endpoint
    {
        get => (string?)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }
}
