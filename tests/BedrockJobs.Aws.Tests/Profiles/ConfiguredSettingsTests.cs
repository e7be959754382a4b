namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class ConfiguredSettingsTests
{
    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "abc", "a whole number, 1 or greater")]
    [InlineData("AWS_MAX_ATTEMPTS", "0", "a whole number, 1 or greater")]
    [InlineData("AWS_MAX_ATTEMPTS", "-1", "a whole number, 1 or greater")]
    [InlineData("AWS_MAX_ATTEMPTS", "1.5", "a whole number, 1 or greater")]
    [InlineData("AWS_MAX_ATTEMPTS", "99999999999", "a whole number, 1 or greater")]
    [InlineData("AWS_RETRY_MODE", "often", "standard or adaptive")]
    [InlineData("AWS_RETRY_MODE", "7", "standard or adaptive")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "1", "true or false")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "yes", "true or false")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "on", "true or false")]
    public void An_invalid_value_is_rejected_with_its_name_and_the_allowed_values(string variable, string value, string allowed)
    {
        using var settings = new AwsSettings($"{variable}={value}");

        var failure = Assert.Throws<BedrockRequestException>(Connect);

        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.Contains($"{variable} is '{value}'. It takes {allowed}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "1")]
    [InlineData("AWS_MAX_ATTEMPTS", "+7")]
    [InlineData("AWS_MAX_ATTEMPTS", "2147483647")]
    [InlineData("AWS_MAX_ATTEMPTS", "")]
    [InlineData("AWS_RETRY_MODE", "Adaptive")]
    [InlineData("AWS_RETRY_MODE", "standard")]
    [InlineData("AWS_RETRY_MODE", "legacy")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "TRUE")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "false")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "False")]
    [InlineData("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://[fd00:ec2::254]/")]
    [InlineData("AWS_EXECUTION_ENV", "AWS_ECS_FARGATE")]
    [InlineData("AWS_EXECUTION_ENV", "Zo\u00EB")]
    [InlineData("AWS_INTERNAL_ENV", "\u00E4")]
    [InlineData("AWS_SDK_UA_APP_ID", "team-nightly")]
    public void A_valid_value_is_accepted(string variable, string value)
    {
        using var settings = new AwsSettings($"{variable}={value}");

        Assert.Null(Record.Exception(Connect));
    }

    [Theory]
    [InlineData(null, "http://169.254.169.254/")]
    [InlineData("ipv4", "http://169.254.169.254/")]
    [InlineData("IPv6", "http://[fd00:ec2::254]/")]
    public void The_mode_chooses_the_address_of_the_instance_metadata(string? mode, string address)
    {
        using var settings = new AwsSettings();
        settings.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", mode);

        Assert.Equal(new Uri(address), new ConfiguredSettings(profile: null).InstanceMetadataEndpoint);
    }

    [Theory]
    [InlineData("AWS_METADATA_SERVICE_TIMEOUT", "0")]
    [InlineData("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "many")]
    public void A_limit_of_the_instance_metadata_is_a_whole_number(string variable, string value)
    {
        using var settings = new AwsSettings($"{variable}={value}");
        var configured = new ConfiguredSettings(profile: null);

        var failure = Assert.Throws<BedrockRequestException>(
            () => configured.InstanceMetadataTimeout + configured.InstanceMetadataAttempts);

        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.Contains($"{variable} is '{value}'. It takes a whole number", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_mode_of_the_instance_metadata_is_refused_by_name()
    {
        using var settings = new AwsSettings("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv5");

        var failure = Assert.Throws<BedrockRequestException>(() => new ConfiguredSettings(profile: null).InstanceMetadataEndpoint);

        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.Contains("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_value_in_a_profile_is_rejected_with_its_file_section_and_line_when_it_is_needed()
    {
        using var settings = new AwsSettings(config: "[profile typo]\n\nmax_attempts = 0\nec2_metadata_service_endpoint = nowhere\n");
        settings.Set("AWS_PROFILE", "typo");

        var failure = Assert.Throws<BedrockRequestException>(Connect);

        Assert.Contains(
            $"max_attempts in {settings.ConfigPath}, section [profile typo], line 3 is '0'. It takes",
            failure.Message,
            StringComparison.Ordinal);
        settings.Set("AWS_MAX_ATTEMPTS", "2");
        Assert.Null(Record.Exception(Connect));
    }

    private static void Connect() =>
        AwsSettings.Connect(new ConnectionSettings { Region = "us-east-1" }).Dispose();
}
