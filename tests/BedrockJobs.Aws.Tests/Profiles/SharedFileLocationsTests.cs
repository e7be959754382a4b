namespace BedrockJobs.Aws.Tests.Profiles;

public sealed class SharedFileLocationsTests
{
    private static readonly string[] HomeVariables = ["HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH"];

    [Fact]
    public void Each_file_has_a_separate_location()
    {
        using var settings = new AwsSettings("AWS_CONFIG_FILE= AWS_SHARED_CREDENTIALS_FILE=");
        settings.Set("HOME", settings.Folder);
        var inHome = Path.Combine(settings.Folder, ".aws");

        Assert.Equal(new(Path.Combine(inHome, "credentials"), Path.Combine(inHome, "config")), SharedFileLocations.Of(null));
        settings.Set("AWS_SHARED_CREDENTIALS_FILE", "/apart/keys");
        Assert.Equal(new("/apart/keys", Path.Combine(inHome, "config")), SharedFileLocations.Of(null));
        Assert.Equal(new("/given/keys", Path.Combine(inHome, "config")), SharedFileLocations.Of("/given/keys"));
        settings.Set("AWS_CONFIG_FILE", "/apart/settings");
        Assert.Equal(new("/apart/keys", "/apart/settings"), SharedFileLocations.Of(null));
    }

    [Theory]
    [InlineData("~/.aws/other")]
    [InlineData("$HOME/.aws/other")]
    [InlineData("${HOME}/.aws/other")]
    public void A_path_in_the_environment_can_begin_with_the_home_folder(string path)
    {
        using var settings = new AwsSettings();
        settings.Set("HOME", settings.Folder);
        settings.Set("AWS_CONFIG_FILE", path);

        Assert.Equal(
            Path.GetFullPath(Path.Combine(settings.Folder, ".aws", "other")),
            Path.GetFullPath(SharedFileLocations.Of(null).Config));
    }

    [Theory]
    [InlineData("/a/$NO_SUCH_VARIABLE/~/b")]
    [InlineData("~user/b")]
    public void A_variable_that_is_not_set_and_a_tilde_elsewhere_stay_as_they_are(string path)
    {
        using var settings = new AwsSettings($"AWS_CONFIG_FILE={path}");

        Assert.Equal(path, SharedFileLocations.Of(null).Config);
    }

    [Fact]
    public void Percent_signs_enclose_a_variable_only_on_Windows()
    {
        using var settings = new AwsSettings("AWS_CONFIG_FILE=/a/%FOLDER%");
        settings.Set("FOLDER", "b");

        Assert.Equal(OperatingSystem.IsWindows() ? "/a/b" : "/a/%FOLDER%", SharedFileLocations.Of(null).Config);
    }

    [Fact]
    public void Without_a_variable_the_home_folder_comes_from_the_user_database_and_is_never_the_current_folder()
    {
        using var settings = new AwsSettings("AWS_CONFIG_FILE= AWS_SHARED_CREDENTIALS_FILE=");
        foreach (var variable in HomeVariables)
        {
            settings.Set(variable, null);
        }

        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = settings.Folder;
        try
        {
            var (credentials, config) = SharedFileLocations.Of(null);

            Assert.All([credentials, config], path => Assert.True(Path.IsPathFullyQualified(path)));
            Assert.All([credentials, config], path => Assert.DoesNotContain(settings.Folder, path, StringComparison.Ordinal));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
