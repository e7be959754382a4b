using Amazon.Bedrock;
using Amazon.Bedrock.Endpoints;
using Amazon.Bedrock.Internal;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The endpoint of a request.</summary>
public sealed class EndpointTests
{
    public static TheoryData<string, string, string> Partitions { get; } = new()
    {
        { "us-east-1", "amazonaws.com", "api.aws" },
        { "eu-west-1", "amazonaws.com", "api.aws" },
        { "ap-southeast-2", "amazonaws.com", "api.aws" },
        { "cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn" },
        { "us-gov-west-1", "amazonaws.com", "api.aws" },
        { "us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov" },
        { "us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud" },
        { "eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk" },
        { "us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov" },
        { "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu" },
        // Matches the pattern of a partition but isn't in its list: a future region.
        { "eu-nowhere-7", "amazonaws.com", "api.aws" },
        { "us-gov-nowhere-7", "amazonaws.com", "api.aws" },
        { "cn-nowhere-7", "amazonaws.com.cn", "api.amazonwebservices.com.cn" },
        // Matches no pattern.
        { "moon-base", "amazonaws.com", "api.aws" },
    };

    [Theory]
    [MemberData(nameof(Partitions))]
    public void A_region_has_four_variants_in_its_partitions_domains(
        string region, string suffix, string dualStackSuffix)
    {
        Assert.Equal($"https://bedrock.{region}.{suffix}", Resolve(region, useFips: false, useDualStack: false));
        Assert.Equal($"https://bedrock-fips.{region}.{suffix}", Resolve(region, useFips: true, useDualStack: false));
        Assert.Equal(
            $"https://bedrock.{region}.{dualStackSuffix}", Resolve(region, useFips: false, useDualStack: true));
        Assert.Equal(
            $"https://bedrock-fips.{region}.{dualStackSuffix}", Resolve(region, useFips: true, useDualStack: true));
    }

    private const string NeitherOrBoth =
        "!FIPS and DualStack are enabled, but this partition does not support one or both";

    [Theory]
    [InlineData(false, false, false, false, "https://bedrock.r.plain.example")]
    [InlineData(false, true, true, false, "https://bedrock-fips.r.plain.example")]
    [InlineData(false, true, true, true, NeitherOrBoth)]
    [InlineData(false, true, false, true, "!DualStack is enabled but this partition does not support DualStack")]
    [InlineData(true, false, false, true, "https://bedrock.r.dual.example")]
    [InlineData(true, false, true, true, NeitherOrBoth)]
    [InlineData(true, false, true, false, "!FIPS is enabled but this partition does not support FIPS")]
    [InlineData(false, false, true, true, NeitherOrBoth)]
    [InlineData(true, true, true, true, "https://bedrock-fips.r.dual.example")]
    public void A_variant_that_a_partition_does_not_have_is_rejected(
        bool hasDualStack, bool hasFips, bool useFips, bool useDualStack, string expected)
    {
        var partition = new Partition
        {
            name = "test",
            dnsSuffix = "plain.example",
            dualStackDnsSuffix = "dual.example",
            supportsFIPS = hasFips,
            supportsDualStack = hasDualStack,
        };

        Assert.Equal(
            expected,
            Outcome(() => AmazonBedrockEndpointProvider.RegionalUrl("r", partition, useFips, useDualStack)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("us-east-1")]
    public void A_custom_endpoint_is_used_for_every_region(string? region)
    {
        Assert.Equal(
            "http://localhost:1/x", Resolve(region, useFips: false, useDualStack: false, "http://localhost:1/x"));
    }

    [Theory]
    [InlineData(true, false, "!Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(true, true, "!Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "!Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public void A_custom_endpoint_has_no_variants(bool useFips, bool useDualStack, string expected)
    {
        Assert.Equal(expected, Outcome(() => Resolve("us-east-1", useFips, useDualStack, "http://localhost:1/")));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Without_a_region_or_an_endpoint_no_endpoint_is_found(bool useFips, bool useDualStack)
    {
        Assert.Equal("!Invalid Configuration: Missing Region", Outcome(() => Resolve(null, useFips, useDualStack)));
    }

    [Theory]
    [InlineData("UseFIPS")]
    [InlineData("UseDualStack")]
    public void A_variant_must_be_true_or_false(string name)
    {
        var parameters = new BedrockEndpointParameters { Region = "us-east-1", [name] = null };

        var error = Assert.Throws<AmazonClientException>(
            () => new AmazonBedrockEndpointProvider().ResolveEndpoint(parameters));

        Assert.Equal($"{name} parameter must be set for endpoint resolution", error.Message);
    }

    [Fact]
    public void The_settings_determine_the_endpoint_of_a_request()
    {
        Assert.Equal(
            "https://bedrock.eu-west-1.amazonaws.com/", Determine(new() { RegionEndpoint = RegionEndpoint.EUWest1 }));
        Assert.Equal(
            "https://bedrock-fips.us-east-1.api.aws/",
            Determine(new()
            {
                RegionEndpoint = RegionEndpoint.USEast1,
                UseFIPSEndpoint = true,
                UseDualstackEndpoint = true,
            }));
        Assert.Equal("http://localhost:1/", Determine(new() { ServiceURL = "http://localhost:1" }));
    }

    [Fact]
    public void A_request_can_use_another_region_than_the_settings()
    {
        var config = new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.EUWest1 };

        var endpoint = config.DetermineServiceOperationEndpoint(
            new ServiceOperationEndpointParameters(new ListModelCustomizationJobsRequest(), RegionEndpoint.CNNorth1));

        Assert.Equal("https://bedrock.cn-north-1.amazonaws.com.cn/", endpoint.URL);
    }

    private static string Determine(AmazonBedrockConfig config) =>
        config.DetermineServiceOperationEndpoint(new(new ListModelCustomizationJobsRequest())).URL;

    private static string Resolve(string? region, bool useFips, bool useDualStack, string? endpoint = null) =>
        new AmazonBedrockEndpointProvider().ResolveEndpoint(new BedrockEndpointParameters
        {
            Region = region,
            UseFIPS = useFips,
            UseDualStack = useDualStack,
            Endpoint = endpoint,
        }).URL;

    private static string Outcome(Func<string> resolve)
    {
        try
        {
            return resolve();
        }
        catch (AmazonClientException error)
        {
            return "!" + error.Message;
        }
    }
}
