namespace BedrockJobs.Tests.Service;

public sealed class ConnectionRulesTests
{
    private static readonly AwsRegion[] Known = [new("us-east-1", "US East"), new("us-east-2", "US East"), new("eu-west-1", "Europe")];

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("US-East-1")]
    [InlineData("us-east-9")]
    [InlineData("nz-north-1")]
    [InlineData("us-northwest-1")]
    [InlineData("ap-southeast-12")]
    [InlineData("eusc-de-east-1")]
    [InlineData("us-isof-south-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-northwest-1")]
    public void A_future_Region_is_accepted(string region)
    {
        Assert.Null(ConnectionRules.FaultOfRegion(region, () => throw new InvalidOperationException("Needless.")));
    }

    [Theory]
    [InlineData("us-esat-1", "us-east-1, us-east-2")]
    [InlineData("US-EATS-2", "us-east-2")]
    [InlineData("eu-wets-1", "eu-west-1")]
    [InlineData("useast1", "us-east-1?")]
    [InlineData("us-east", "us-east-1, us-east-2")]
    [InlineData("us-east-1a", "us-east-1, us-east-2")]
    [InlineData("us-east-1.evil.example/", null)]
    [InlineData("us-east-1\n", "us-east-1, us-east-2")]
    [InlineData("us-east-\u0661", "us-east-1, us-east-2")]
    [InlineData("u\u017F-east-1", "us-east-1, us-east-2")]
    [InlineData("eu-we\u017Ft-1", "eu-west-1")]
    [InlineData("\u212As-east-1", "us-east-1, us-east-2")]
    [InlineData("u\u0130-east-1", "us-east-1, us-east-2")]
    [InlineData("u\u0131-east-1", "us-east-1, us-east-2")]
    [InlineData("\uFF55s-east-1", "us-east-1, us-east-2")]
    [InlineData("fips-us-east-1", null)]
    [InlineData("Nowhere!", null)]
    [InlineData("", null)]
    public void An_invalid_Region_is_rejected_with_similar_names(string region, string? near)
    {
        var fault = ConnectionRules.FaultOfRegion(region, () => Known);

        Assert.NotNull(fault);
        Assert.StartsWith($"'{PrintableText.From(region)}' is not the name of an AWS Region.", fault, StringComparison.Ordinal);
        if (near is null)
        {
            Assert.DoesNotContain("Did you mean", fault, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"Did you mean {near}", fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://vpce-0123.bedrock.us-east-1.vpce.amazonaws.com", true)]
    [InlineData("http://127.0.0.1:8080/path/", true)]
    [InlineData("HTTPS://EXAMPLE.COM", true)]
    [InlineData("bedrock.us-east-1.amazonaws.com", false)]
    [InlineData("/path", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("https://example.com/?a=b", false)]
    [InlineData("https://example.com/#part", false)]
    [InlineData("https://example.com\r\n", false)]
    [InlineData("https://example.com//", true)]
    [InlineData("https://example.com/\u0001", false)]
    [InlineData("https://exa\u0000mple.com", false)]
    [InlineData("", false)]
    public void An_endpoint_is_an_absolute_HTTP_address_without_a_query(string endpoint, bool isTaken)
    {
        var fault = ConnectionRules.FaultOfEndpoint(endpoint);

        if (isTaken)
        {
            Assert.Null(fault);
        }
        else
        {
            Assert.Contains($"'{PrintableText.From(endpoint)}' is not an endpoint.", fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/a%20b")]
    [InlineData("https://example.com/a+b/")]
    [InlineData("https://example.com/$default")]
    [InlineData("https://example.com/a:b")]
    [InlineData("https://example.com/caf\u00E9")]
    [InlineData("https://example.com/a//b")]
    [InlineData("https://example.com//a")]
    [InlineData("https://example.com/a/./b")]
    [InlineData("https://example.com/a/..")]
    public void An_endpoint_whose_path_needs_encoding_is_rejected(string endpoint)
    {
        var fault = ConnectionRules.FaultOfEndpoint(endpoint);

        Assert.StartsWith($"The path of the endpoint '{PrintableText.From(endpoint)}' contains characters that need encoding", fault, StringComparison.Ordinal);
        Assert.Contains("Use only letters (A-Z), digits, and - . _ ~", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user@example.com")]
    [InlineData("https://user:hunter2@example.com/?a=b")]
    [InlineData("ftp://user:hunter2@example.com")]
    [InlineData("user:hunter2@example.com")]
    [InlineData("//user:hunter2@example.com")]
    public void An_endpoint_with_a_user_is_rejected_without_quoting_it(string endpoint)
    {
        var fault = ConnectionRules.FaultOfEndpoint(endpoint);

        Assert.NotNull(fault);
        Assert.DoesNotContain("user@", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault, StringComparison.Ordinal);
    }
}
