namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class EndpointChoiceTests
{
    private const string Variable = "AWS_ENDPOINT_URL";

    [Theory]
    [InlineData(null, null, "us-east-1", "https://bedrock.us-east-1.amazonaws.com/")]
    [InlineData(null, null, "cn-north-1", "https://bedrock.cn-north-1.amazonaws.com.cn/")]
    [InlineData("", null, "us-east-1", "https://bedrock.us-east-1.amazonaws.com/")]
    [InlineData("http://127.0.0.1:8080", null, "us-east-1", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:9090", "us-east-1", "http://127.0.0.1:9090/")]
    public void The_endpoint_comes_from_the_parameter_or_the_environment_or_the_Region(
        string? environment, string? given, string region, string expected)
    {
        var before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, environment);
        try
        {
            var settings = new ConnectionSettings { EndpointUrl = given };
            var configured = new ConfiguredSettings(profile: null);
            var found = EndpointChoice.Find(settings, configured);
            var config = BedrockConfiguration.Create(configured, region, found?.Address);

            Assert.Equal(expected, BedrockConfiguration.EndpointOf(config));
            Assert.Equal(
                given is not null ? "-EndpointUrl" : string.IsNullOrEmpty(environment) ? null : Variable,
                found?.Source);
            Assert.Equal(region, config.AuthenticationRegion);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    [Theory]
    [InlineData("notaurl")]
    [InlineData("ftp://x")]
    [InlineData("http://user:hunter2@127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/?a=b")]
    public void An_invalid_configured_endpoint_is_rejected_without_quoting_a_password(string environment)
    {
        var before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, environment);
        try
        {
            var failure = Assert.Throws<BedrockRequestException>(() => EndpointChoice.Find(
                new ConnectionSettings(), new ConfiguredSettings(profile: null)));

            Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
            Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }
}
