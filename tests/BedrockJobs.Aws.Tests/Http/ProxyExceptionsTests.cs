namespace BedrockJobs.Aws.Tests.Http;

public sealed class ProxyExceptionsTests
{
    [Theory]
    [InlineData("*", "https://anything.example.com")]
    [InlineData("a.example, *", "https://anything.example.com")]
    [InlineData("example.com", "https://example.com")]
    [InlineData("example.com", "https://bedrock.example.com")]
    [InlineData(".example.com", "https://bedrock.example.com")]
    [InlineData(".example.com", "https://example.com")]
    [InlineData("EXAMPLE.com", "https://Bedrock.Example.COM")]
    [InlineData(" other.org , example.com ", "https://example.com:8443")]
    [InlineData("example.com:8443", "https://example.com:8443")]
    [InlineData("example.com:8443", "https://bedrock.example.com:8443")]
    [InlineData("example.com:443", "https://example.com")]
    [InlineData("127.0.0.1", "http://127.0.0.1:8080")]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("10.0.0.0/8", "http://10.255.1.2")]
    [InlineData("10.1.2.3/8", "http://10.255.1.2")]
    [InlineData("10.0.0.0/0", "http://192.168.1.1")]
    [InlineData("192.168.7.0/25", "http://192.168.7.127")]
    [InlineData("10.0.0.0/8", "http://[::ffff:10.1.2.3]")]
    [InlineData("::1", "http://[::1]:8080")]
    [InlineData("[::1]", "http://[::1]:8080")]
    [InlineData("[::1]:8080", "http://[::1]:8080")]
    [InlineData("fd00:ec2::/32", "http://[fd00:ec2::23]")]
    public void A_listed_host_is_connected_directly(string list, string address) =>
        Assert.True(new ProxyExceptions(list).Include(new Uri(address)));

    [Theory]
    [InlineData(null, "https://example.com")]
    [InlineData("", "https://example.com")]
    [InlineData(" , .", "https://example.com")]
    [InlineData("example.com", "https://badexample.com")]
    [InlineData("example.com", "https://example.com.evil.org")]
    [InlineData("bedrock.example.com", "https://example.com")]
    [InlineData("*.example.com", "https://bedrock.example.com")]
    [InlineData("example.com:8443", "https://example.com")]
    [InlineData("example.com:443", "https://example.com:8443")]
    [InlineData("10.0.0.0/8", "http://11.0.0.1")]
    [InlineData("192.168.7.0/25", "http://192.168.7.128")]
    [InlineData("10.0.0.0/8", "http://10.example.com")]
    [InlineData("10.0.0.0/33", "http://10.0.0.1")]
    [InlineData("10.0.0.0/-1", "http://10.0.0.1")]
    [InlineData("10.0.0.0/8/8", "http://10.0.0.1")]
    [InlineData("0.0.0.0/0", "http://[::1]")]
    [InlineData("fd00:ec2::/32", "http://[fd00:ec3::23]")]
    public void Every_other_host_is_connected_through_the_proxy(string? list, string address) =>
        Assert.False(new ProxyExceptions(list).Include(new Uri(address)));

    [Fact]
    public void A_network_contains_the_addresses_with_its_prefix() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[0, 32]).Sample((network, address, bits) =>
        {
            var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);
            return new ProxyExceptions($"{Dotted(network)}/{bits}").Include(new Uri($"http://{Dotted(address)}"))
                == ((network & mask) == (address & mask));
        });

    private static string Dotted(uint address) =>
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
