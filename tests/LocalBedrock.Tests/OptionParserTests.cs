namespace LocalBedrock.Tests;

public sealed class OptionParserTests
{
    [Fact]
    public void Without_arguments_the_defaults_match_the_help()
    {
        var options = OptionParser.Parse([]);
        Assert.Equal((0, 40, 1, 1.0, TimeSpan.Zero), (options.Port, options.Jobs, options.Seed, options.Speed, options.Latency));
        Assert.Equal(["us-east-1"], options.Regions);
        Assert.Equal([ServiceAccount.First, ServiceAccount.Second], options.Accounts);
        Assert.Equal(TimeSpan.FromMinutes(5), options.MaxSkew);
        Assert.Null(options.Now);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var options = OptionParser.Parse(
        [
            "--port", "8080", "--jobs=7", "--seed", "-3", "--region", "us-east-1,eu-west-1", "--bearer-key", "key=1",
            "--account", "123456789012", "--account", "210987654321:AKIA:sec/ret:tok:en", "--latency", "00:00:00.25",
            "--now", "2026-01-02T03:04:05.678Z", "--speed", "60.5", "--exit-with", "77", "--max-skew", "00:10:00",
            "--key-issuer", "issuer", "--skew", "-02:00:00", "--path-prefix", "/my%20stage", "--path-prefix", "/a/b",
            "--certificate", "server.pem",
        ]);
        Assert.Equal((8080, 7, -3, 60.5, 77), (options.Port, options.Jobs, options.Seed, options.Speed, options.ExitWith));
        Assert.Equal(["us-east-1", "eu-west-1"], options.Regions);
        Assert.Equal(("key=1", "issuer"), (options.BearerKey, options.KeyIssuer));
        Assert.Equal(TimeSpan.FromHours(-2), options.Skew);
        Assert.Equal(["/my%20stage", "/a/b"], options.PathPrefixes);
        Assert.Equal("server.pem", options.Certificate);
        Assert.Equal(
            [ServiceAccount.First with { Id = "123456789012" }, new ServiceAccount("210987654321", "AKIA", "sec/ret", "tok:en")],
            options.Accounts);
        Assert.Equal((TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(10)), (options.Latency, options.MaxSkew));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), options.Now);
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--jobs", "-1")]
    [InlineData("--seed", "x")]
    [InlineData("--region", "US East")]
    [InlineData("--region", "us-east-1,us-east-1")]
    [InlineData("--account", "1234")]
    [InlineData("--account", "123456789012:KEY")]
    [InlineData("--bearer-key", "")]
    [InlineData("--latency", "soon")]
    [InlineData("--path-prefix", "stage")]
    [InlineData("--path-prefix", "/stage/")]
    [InlineData("--latency", "-00:00:01")]
    [InlineData("--now", "yesterday")]
    [InlineData("--speed", "-1")]
    [InlineData("--exit-with", "0")]
    [InlineData("--max-skew", "5m")]
    [InlineData("--key-issuer", "")]
    [InlineData("--skew", "2h")]
    [InlineData("--colour", "red")]
    [InlineData("port", "1")]
    public void A_wrong_option_is_named_in_the_error(string name, string value)
    {
        var complaint = Assert.Throws<OptionException>(() => OptionParser.Parse([name, value]));
        Assert.StartsWith(name, complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_an_error() =>
        Assert.Equal("--port needs a value.", Assert.Throws<OptionException>(() => OptionParser.Parse(["--port"])).Message);

    [Fact]
    public void A_third_account_needs_keys() => Assert.Throws<OptionException>(() => OptionParser.Parse(
        ["--account", "111111111111", "--account", "222222222222", "--account", "333333333333"]));

    [Fact]
    public void A_key_belongs_to_one_account() => Assert.Throws<OptionException>(() => OptionParser.Parse(
        ["--account", "111111111111:K:s", "--account", "222222222222:K:s"]));
}
