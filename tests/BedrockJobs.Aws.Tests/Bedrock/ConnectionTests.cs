namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>The Region and endpoint from the settings, the environment, and the current profile together.</summary>
public sealed class ConnectionTests
{
    private const string Key = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLE\nregion = eu-west-1\n";

    private const string Profiles =
        $"""
        [default]
        {Key}endpoint_url = http://default
        [profile bare]
        {Key}
        [profile plain]
        {Key}endpoint_url = http://plain
        [profile sectioned]
        {Key}endpoint_url = http://plain
        services = here
        [profile of-others]
        {Key}services = others
        [profile of-others-and-own]
        {Key}services = others
        endpoint_url = http://plain
        [profile of-nowhere]
        {Key}services = nowhere
        [profile empty]
        {Key}endpoint_url =
        [profile ignoring]
        {Key}endpoint_url = http://plain
        services = here
        ignore_configured_endpoint_urls = true
        [services here]
        bedrock =
          endpoint_url = http://section
        bedrock_runtime =
          endpoint_url = http://runtime
        [services others]
        bedrock_runtime =
          endpoint_url = http://runtime
        """;

    private const string OfRegion = "https://bedrock.eu-west-1.amazonaws.com/";

    private const string All = "AWS_ENDPOINT_URL_BEDROCK=http://ours AWS_ENDPOINT_URL=http://every";

    [Theory]
    [InlineData(All, "sectioned", "http://given", "http://given/", "-EndpointUrl")]
    [InlineData(All, "sectioned", " http://given ", "http://given/", "-EndpointUrl")]
    [InlineData(All, "sectioned", null, "http://ours/", "AWS_ENDPOINT_URL_BEDROCK")]
    [InlineData("AWS_ENDPOINT_URL=http://every", "sectioned", null, "http://every/", "AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK_RUNTIME=http://runtime", "plain", null, "http://plain/", "Profile plain")]
    [InlineData("", "sectioned", null, "http://section/", "Profile sectioned")]
    [InlineData("", "plain", null, "http://plain/", "Profile plain")]
    [InlineData("", "of-others", null, OfRegion, "the Region")]
    [InlineData("", "of-others-and-own", null, "http://plain/", "Profile of-others-and-own")]
    [InlineData("AWS_ENDPOINT_URL=http://every", "of-others-and-own", null, "http://every/", "AWS_ENDPOINT_URL")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "of-others-and-own", null, OfRegion, "the Region")]
    [InlineData("", "empty", null, OfRegion, "the Region")]
    [InlineData("", "bare", null, OfRegion, "the Region")]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK=", "bare", null, OfRegion, "the Region")]
    [InlineData("", "ignoring", null, OfRegion, "the Region")]
    [InlineData(All, "ignoring", null, OfRegion, "the Region")]
    [InlineData(All, "ignoring", "http://given", "http://given/", "-EndpointUrl")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "sectioned", null, OfRegion, "the Region")]
    [InlineData($"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=True {All}", "sectioned", null, OfRegion, "the Region")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "sectioned", "http://given", "http://given/", "-EndpointUrl")]
    public void The_endpoint_comes_from_the_first_source_that_specifies_one(
        string variables, string profile, string? given, string expected, string source)
    {
        using var settings = new AwsSettings(variables, Profiles);

        // The command names a profile and the environment names another, or the environment names one besides the default.
        settings.Set("AWS_PROFILE", "plain");
        Shows(new ConnectionSettings { ProfileName = profile, EndpointUrl = given }, expected, source);
        settings.Set("AWS_PROFILE", profile);
        Shows(new ConnectionSettings { EndpointUrl = given }, expected, source);
    }

    [Fact]
    public void The_default_profile_applies_if_no_other_is_specified()
    {
        using var settings = new AwsSettings(config: Profiles);

        Shows(new ConnectionSettings(), "http://default/", "Profile default");
        Shows(new ConnectionSettings { ProfileName = "bare" }, OfRegion, "the Region");
    }

    [Fact]
    public void The_config_file_applies_together_with_the_credentials_file_of_the_user()
    {
        using var settings = new AwsSettings(config: Profiles);
        var location = Path.Combine(settings.Folder, "credentials");
        File.WriteAllText(location, $"[apart]\n{Key}endpoint_url = http://apart");

        Shows(
            new ConnectionSettings { ProfileName = "sectioned", ProfileLocation = location },
            "http://section/",
            "Profile sectioned");
        Shows(new ConnectionSettings { ProfileName = "apart", ProfileLocation = location }, "http://apart/", "Profile apart");
    }

    [Fact]
    public void A_services_section_that_does_not_exist_is_rejected()
    {
        using var settings = new AwsSettings(config: Profiles);

        var failure = Assert.Throws<BedrockRequestException>(
            () => AwsSettings.Connect(new ConnectionSettings { Region = "us-east-1", ProfileName = "of-nowhere" }));

        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.Contains(
            $"services in {settings.ConfigPath}, section [profile of-nowhere]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'nowhere', which does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "bare", "bedrock.eu-west-1.amazonaws.com")]
    [InlineData("", "fips", "bedrock-fips.eu-west-1.amazonaws.com")]
    [InlineData("", "dual-stack", "bedrock.eu-west-1.api.aws")]
    [InlineData("", "both", "bedrock-fips.eu-west-1.api.aws")]
    [InlineData("AWS_USE_FIPS_ENDPOINT=true", "bare", "bedrock-fips.eu-west-1.amazonaws.com")]
    [InlineData("AWS_USE_FIPS_ENDPOINT=TRUE AWS_USE_DUALSTACK_ENDPOINT=True", "bare", "bedrock-fips.eu-west-1.api.aws")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT=true", "fips", "bedrock-fips.eu-west-1.api.aws")]
    [InlineData("AWS_USE_FIPS_ENDPOINT=false", "fips", "bedrock.eu-west-1.amazonaws.com")]
    [InlineData("AWS_USE_FIPS_ENDPOINT=false AWS_USE_DUALSTACK_ENDPOINT=false", "both", "bedrock.eu-west-1.amazonaws.com")]
    [InlineData("AWS_USE_FIPS_ENDPOINT=", "fips", "bedrock-fips.eu-west-1.amazonaws.com")]
    public void A_variant_comes_from_the_environment_or_the_current_profile(string variables, string profile, string host)
    {
        const string Variants =
            $"""
            [default]
            {Key}use_fips_endpoint = true
            use_dualstack_endpoint = true
            [profile bare]
            {Key}
            [profile fips]
            {Key}use_fips_endpoint = true
            [profile dual-stack]
            {Key}use_dualstack_endpoint = true
            [profile both]
            {Key}use_fips_endpoint = true
            use_dualstack_endpoint = true
            """;
        using var settings = new AwsSettings(variables, Variants);

        Shows(new ConnectionSettings { ProfileName = profile }, $"https://{host}/", "the Region");
        settings.Set("AWS_PROFILE", "both");
        Shows(new ConnectionSettings { ProfileName = profile }, $"https://{host}/", "the Region");
        settings.Set("AWS_PROFILE", profile);
        Shows(new ConnectionSettings(), $"https://{host}/", "the Region");
    }

    [Theory]
    [InlineData("us-east-1", "amazonaws.com", "api.aws")]
    [InlineData("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", "amazonaws.com", "api.aws")]
    [InlineData("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud")]
    [InlineData("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov")]
    [InlineData("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu")]
    [InlineData("us-northwest-1", "amazonaws.com", "api.aws")]
    [InlineData("nz-north-1", "amazonaws.com", "api.aws")]
    [InlineData("cn-south-9", "amazonaws.com.cn", "api.amazonwebservices.com.cn")]
    public void The_endpoint_of_a_Region_is_in_the_domain_of_its_partition(string region, string domain, string dualStackDomain)
    {
        using var settings = new AwsSettings();
        var asked = new ConnectionSettings { Region = region };

        Shows(asked, $"https://bedrock.{region}.{domain}/", "the Region");
        settings.Set("AWS_USE_FIPS_ENDPOINT", "true");
        Shows(asked, $"https://bedrock-fips.{region}.{domain}/", "the Region");
        settings.Set("AWS_USE_DUALSTACK_ENDPOINT", "true");
        Shows(asked, $"https://bedrock-fips.{region}.{dualStackDomain}/", "the Region");
        settings.Set("AWS_USE_FIPS_ENDPOINT", null);
        Shows(asked, $"https://bedrock.{region}.{dualStackDomain}/", "the Region");
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT")]
    public void A_custom_endpoint_takes_precedence_over_its_variants(string variable)
    {
        using var settings = new AwsSettings($"{variable}=true AWS_ENDPOINT_URL_BEDROCK=http://ours");

        Shows(new ConnectionSettings { Region = "us-east-1", EndpointUrl = "http://given" }, "http://given/", "-EndpointUrl");
        Shows(new ConnectionSettings { Region = "us-east-1" }, "http://ours/", "AWS_ENDPOINT_URL_BEDROCK");
    }

    [Theory]
    [InlineData("AWS_REGION", "us-esat-1", "us-east-1")]
    [InlineData("AWS_DEFAULT_REGION", "eu-wets-3", "eu-west-3")]
    public void An_invalid_Region_in_the_environment_is_rejected_with_similar_names(string variable, string value, string near)
    {
        using var settings = new AwsSettings($"{variable}={value}");

        // Twice, because the SDK adds every requested name to its own list.
        foreach (var time in (int[])[1, 2])
        {
            var failure = Assert.Throws<BedrockRequestException>(
                () => AwsSettings.Connect(new ConnectionSettings()));

            Assert.Equal(BedrockErrorId.RegionNotFound, failure.ErrorId);
            Assert.Contains($"from {variable}: ", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"'{value}'", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"Did you mean {near}", failure.Message, StringComparison.Ordinal);
        }
    }

    private static void Shows(ConnectionSettings settings, string expected, string source)
    {
        using var service = AwsSettings.Connect(settings);

        Assert.Equal(expected, service.Endpoint);
        Assert.EndsWith($" from {source}", settings.Choices[1], StringComparison.Ordinal);
        Assert.Contains($" Region {service.Region}, from ", settings.Choices[0], StringComparison.Ordinal);
    }
}
