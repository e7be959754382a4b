using LocalBedrock.Options;
using OptionParser = LocalIdentity.Options.OptionParser;

namespace LocalIdentity.Tests;

public sealed class OptionParserTests
{
    [Fact]
    public void Without_arguments_the_defaults_match_the_help()
    {
        var options = OptionParser.Parse([]);
        Assert.Equal((0, 0, "local-identity-example"), (options.Port, options.ProxyPort, options.KeyIssuer));
        Assert.Equal([ServiceAccount.First, ServiceAccount.Second], options.Accounts);
        Assert.Null(options.ExitWith);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var options = OptionParser.Parse(
        [
            "--port", "8080", "--proxy-port", "8081", "--account", "123456789012:AKIA:sec/ret:x", "--key-issuer", "issuer",
            "--settings", """{"lifetime":"00:10:00","roles":{"arn":{"externalId":"outside"}}}""", "--exit-with", "77",
            "--certificate", "server.pem",
        ]);
        Assert.Equal((8080, 8081, "issuer", 77), (options.Port, options.ProxyPort, options.KeyIssuer, options.ExitWith));
        Assert.Equal("server.pem", options.Certificate);
        Assert.Equal([new ServiceAccount("123456789012", "AKIA", "sec/ret:x")], options.Accounts);
        Assert.Equal((TimeSpan.FromMinutes(10), "outside"), (options.Settings.Lifetime, options.Settings.Roles["arn"].ExternalId));
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--proxy-port", "-1")]
    [InlineData("--account", "123456789012")]
    [InlineData("--key-issuer", "")]
    [InlineData("--settings", """{"colour":"red"}""")]
    [InlineData("--exit-with", "0")]
    [InlineData("--colour", "red")]
    [InlineData("--colour")]
    public void A_wrong_option_is_named_in_the_error(params string[] arguments)
    {
        var complaint = Assert.Throws<OptionException>(() => OptionParser.Parse(arguments));
        Assert.StartsWith(arguments[0], complaint.Message, StringComparison.Ordinal);
    }
}
