using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Bedrock.Internal;

/// <summary>Applies the service's endpoint rules.</summary>
/// <seealso href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html"/>
public class AmazonBedrockEndpointProvider : IEndpointProvider
{
    /// <summary>The endpoint for these parameters, which are named as in the service's rules.</summary>
    /// <exception cref="AmazonClientException">
    /// There is neither a region nor an endpoint, or none has the requested variants.
    /// </exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var useDualStack = Required(parameters, "UseDualStack");
        var useFips = Required(parameters, "UseFIPS");

        if (parameters["Endpoint"] is string endpoint)
        {
            if (useFips)
            {
                throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            }

            if (useDualStack)
            {
                throw new AmazonClientException(
                    "Invalid Configuration: Dualstack and custom endpoint are not supported");
            }

            return new Endpoint(endpoint);
        }

        if (parameters["Region"] is string region && Fn.Partition(region) is { } partition)
        {
            return new Endpoint(RegionalUrl(region, partition, useFips, useDualStack));
        }

        throw new AmazonClientException("Invalid Configuration: Missing Region");
    }

    private static string RegionalUrl(string region, Partition partition, bool useFips, bool useDualStack)
    {
        if ((useFips && !partition.supportsFIPS) || (useDualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException((useFips, useDualStack) switch
            {
                (true, true) => "FIPS and DualStack are enabled, but this partition does not support one or both",
                (true, false) => "FIPS is enabled but this partition does not support FIPS",
                _ => "DualStack is enabled but this partition does not support DualStack",
            });
        }

        var host = useFips ? "bedrock-fips" : "bedrock";
        var suffix = useDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return $"https://{host}.{region}.{suffix}";
    }

    private static bool Required(EndpointParameters parameters, string name) =>
        parameters[name] as bool?
            ?? throw new AmazonClientException($"{name} parameter must be set for endpoint resolution");
}
