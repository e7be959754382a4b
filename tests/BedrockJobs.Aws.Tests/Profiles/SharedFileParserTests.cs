namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class SharedFileParserTests
{
    // Each is a config file and its content: profile.setting=value for each setting, or the words of the error.
    [Theory]
    [InlineData("")]
    [InlineData("[profile foo]", "foo")]
    [InlineData("[default]\nname = value", "default.name=value")]
    [InlineData("[profile \tfoo \t]\r\n name \t=  \tval=ue \t", "foo.name=val=ue")]
    [InlineData("# Comment\n; Comment\n[profile foo]; Comment\nname = value # Comment ; too", "foo.name=value")]
    [InlineData("[default] # mine\nregion = us-west-2  # west", "default.region=us-west-2")]
    [InlineData("[profile foo]\nname = value; part\nname2 = value# part", "foo.name=value; part", "foo.name2=value# part")]
    [InlineData("[profile foo]\nname = value\n \t -continued # Comment\n -again", "foo.name=value\n-continued # Comment\n-again")]
    [InlineData("[profile foo]\ns3 =\n name = value\n\t \n name2 =", "foo.s3=\nname = value\nname2 =")]
    [InlineData("[profile foo]\nName = value\n[profile foo]\nname = value2\nother = 1", "foo.name=value2", "foo.other=1")]
    [InlineData("[default]\nname2 = value2\n[profile default]\nname = value", "default.name=value")]
    [InlineData("[profile default]\nname = value\n[default]\nname2 = value2", "default.name=value")]
    [InlineData("[profile in valid]\nx = 1\n[profilefoo]\nx = 1\n[foo]\nx\n[profile bar]\nin valid = x\n x = 1\ny = 1", "bar.y=1")]
    // Files that the AWS CLI accepts in addition to the specification.
    [InlineData("[profile 'my prof']\nname = value\n[profile \"my prof\"]\nother = 1", "my prof.name=value", "my prof.other=1")]
    [InlineData("[profile my\\ prof]\nname = value", "my prof.name=value")]
    [InlineData("[profile 'a]b']\nname = value", "a]b.name=value")]
    [InlineData("[profile 'it'\"'\"'s mine']\nname = value", "it's mine.name=value")]
    [InlineData("[profile \"DOM\\user\"]\nname = value\n[profile \"a\\\"\\\\b\"]\nname = 1", "a\"\\b.name=1", "DOM\\user.name=value")]
    [InlineData("[profile 'not closed]\nname = value")]
    [InlineData("[profile o'clock]\nname = value")]
    [InlineData("[profile m\u00FCnchen]\nname = value", "m\u00FCnchen.name=value")]
    [InlineData("[default]\n  region = x\n  output = json\n    more\n  # Comment\n", "default.output=json\nmore", "default.region=x")]
    [InlineData("[default] junk\nname = value", "default.name=value")]
    public void The_content_of_a_config_file_is_read(string text, params string[] settings) =>
        Assert.Equal(settings, Settings(SharedFileParser.Parse(text, "config", isConfig: true).Profiles));

    [Theory]
    [InlineData("[foo]\nname = value", "foo.name=value")]
    [InlineData("[   foo    ]\nname = value\n[sso-sessionfoo]\nx = 1", "foo.name=value", "sso-sessionfoo.x=1")]
    [InlineData("[profile foo]\nname = value\n[in valid]\nx = 1\n[sso-session s]\nx = 1")]
    public void The_content_of_a_credentials_file_is_read(string text, params string[] settings) =>
        Assert.Equal(settings, Settings(SharedFileParser.Parse(text, "credentials", isConfig: false).Profiles));

    [Theory]
    [InlineData("my prof", "my prof")]
    [InlineData("it's", "it's")]
    [InlineData("DOM\\user", "DOM\\user")]
    [InlineData("'my prof'", "my prof")]
    public void A_name_in_a_credentials_file_is_read_as_the_AWS_CLI_writes_it(string header, string name) => Assert.Equal(
        $"{name}.x=1",
        Assert.Single(Settings(SharedFileParser.Parse($"[{header}]\nx = 1", "credentials", isConfig: false).UnlistedProfiles)));

    [Fact]
    public void Sessions_and_services_are_kept_by_their_names()
    {
        var file = SharedFileParser.Parse(
            "[sso-session \"My Corp\"]\nsso_region = r\n[services 'x y']\nbedrock =\n  endpoint_url = http://earlier\n  endpoint_url = http://x # here\n[sso-sesion s]\na = b",
            "config",
            isConfig: true);

        Assert.Empty(file.Profiles);
        Assert.Equal("My Corp.sso_region=r", Assert.Single(Settings(file.SsoSessions)));
        Assert.Equal("http://x", file.Services["x y"].Value("bedrock", "endpoint_url"));
        Assert.Null(file.Services["x y"].Value("bedrock", "url"));
        Assert.Null(file.Services["x y"].Value("sts", "endpoint_url"));
    }

    [Theory]
    [InlineData("[profile foo", 1, "Profile definition must end with ']'")]
    [InlineData("name = value", 1, "Expected a profile definition")]
    [InlineData(" -continued", 1, "Expected a profile definition")]
    [InlineData("[profile foo]\n\n= value", 3, "Property did not have a name")]
    [InlineData("[profile foo]\nkey : secret-value", 2, "Expected an '=' sign defining a property")]
    [InlineData("[profile foo]\n -continued", 2, "Expected a property definition, found continuation")]
    [InlineData("[profile foo]\nname = value\n[profile foo]\n -continued", 4, "Expected a property definition, found continuation")]
    [InlineData("[profile foo]\ns3 =\n secret-value", 3, "Expected an '=' sign defining a sub-property")]
    [InlineData("[profile foo]\ns3 =\n = value", 3, "Sub-property did not have a name")]
    public void An_error_contains_its_line_number_but_not_the_text_of_the_line(string text, int line, string cause)
    {
        var fault = Assert.Throws<SharedFileException>(() => SharedFileParser.Parse(text, "/some/config", isConfig: true));

        Assert.StartsWith($"/some/config, line {line}: {cause}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_has_its_position()
    {
        var file = SharedFileParser.Parse("\n[profile 'a b'] # c\n\nregion = x\n", "/some/config", isConfig: true);

        Assert.Equal(new FileSetting("x", "/some/config", "profile 'a b'", 4), file.Profiles["a b"]["REGION"]);
    }

    [Fact]
    public void Any_text_is_read_or_rejected_with_a_line_number()
    {
        string[] pieces = ["[", "]", "profile ", "sso-session ", "default", "a", "'", "\"", "\\", "=", " ", "\t", "\n", "\r\n", "#", ";", ":", "\u0000", "\uD83D"];
        Gen.Select(Gen.Int[0, pieces.Length - 1].Array[0, 40], Gen.Bool).Sample((text, isConfig) =>
        {
            try
            {
                _ = SharedFileParser.Parse(string.Concat(text.Select(piece => pieces[piece])), "f", isConfig);
            }
            catch (SharedFileException fault)
            {
                Assert.StartsWith("f, line ", fault.Message, StringComparison.Ordinal);
            }
        });
    }

    private static string[] Settings(Dictionary<string, FileSection> sections) =>
    [
        .. from section in sections
           from text in section.Value.Settings.Count == 0
               ? [section.Key]
               : section.Value.Settings.Select(setting => $"{section.Key}.{setting.Key}={setting.Value.Value}")
           orderby text
           select text,
    ];
}
