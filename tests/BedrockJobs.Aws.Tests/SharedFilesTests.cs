using System;
using System.IO;
using System.Reflection;
using Amazon.Runtime.CredentialManagement;
using BedrockJobs.Aws.Identity;
using Xunit;

namespace BedrockJobs.Aws.Tests;

public sealed class SharedFilesTests
{
    private const string Key = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLE\n";

    [Theory]
    [InlineData(nameof(SharedCredentialsFile.DefaultFilePath))]
    [InlineData(nameof(SharedCredentialsFile.DefaultConfigFilePath))]
    public void The_SDK_s_paths_can_be_set(string property)
    {
        var path = typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Public | BindingFlags.Static);

        Assert.NotNull(path?.SetMethod);
        Assert.Equal(typeof(string), path.PropertyType);
    }

    [Fact]
    public void The_SDK_reads_the_files_that_the_environment_names_now()
    {
        using var settings = new AwsSettings();
        foreach (var name in (string[])["first", "second"])
        {
            var config = Path.Combine(settings.Folder, name + "-config");
            var credentials = Path.Combine(settings.Folder, name + "-credentials");
            File.WriteAllText(config, $"[profile {name}-of-config]\n{Key}");
            File.WriteAllText(credentials, $"[{name}-of-credentials]\n{Key}");
            settings.Set("AWS_CONFIG_FILE", config);
            settings.Set("AWS_SHARED_CREDENTIALS_FILE", credentials);

            SharedFiles.Refresh();

            Assert.Equal((credentials, config), SharedFiles.Paths(profileLocation: null));
            Assert.Equal([$"{name}-of-config", $"{name}-of-credentials"], ProfileLookup.Names(profileLocation: null));
        }
    }

    [Fact]
    public void Where_the_environment_names_no_files_they_are_those_of_the_home_folder()
    {
        using var settings = new AwsSettings();
        settings.Set("AWS_CONFIG_FILE", "");
        settings.Set("AWS_SHARED_CREDENTIALS_FILE", null);
        settings.Set("HOME", settings.Folder);
        var folder = Directory.CreateDirectory(Path.Combine(settings.Folder, ".aws")).FullName;
        File.WriteAllText(Path.Combine(folder, "config"), "[profile at-home]\n" + Key);

        SharedFiles.Refresh();

        Assert.Equal(
            (Path.Combine(folder, "credentials"), Path.Combine(folder, "config")), SharedFiles.Paths(profileLocation: null));
        Assert.Equal(["at-home"], ProfileLookup.Names(profileLocation: null));
    }

    [Fact]
    public void Beside_a_credentials_file_of_one_s_own_lies_its_config_unless_the_environment_names_one()
    {
        using var settings = new AwsSettings();
        var location = Path.Combine(settings.Folder, "mine");

        Assert.Equal((location, settings.ConfigPath), SharedFiles.Paths(location));
        settings.Set("AWS_CONFIG_FILE", null);
        Assert.Equal((location, Path.Combine(settings.Folder, "config")), SharedFiles.Paths(location));
    }

    [Fact]
    public void The_stamp_differs_once_a_file_has_changed_or_come_or_gone_or_is_another()
    {
        using var settings = new AwsSettings();
        var location = Path.Combine(settings.Folder, "credentials");
        string Stamp() => SharedFiles.Stamp(location);

        var without = Stamp();
        Assert.Equal(without, Stamp());

        File.WriteAllText(location, "[a]\n");
        var one = Stamp();
        Assert.NotEqual(without, one);
        Assert.Equal(one, Stamp());

        File.SetLastWriteTimeUtc(location, DateTime.UtcNow.AddMinutes(-1));
        var touched = Stamp();
        Assert.NotEqual(one, touched);

        File.WriteAllText(settings.ConfigPath, "[profile b]\n");
        var withConfig = Stamp();
        Assert.NotEqual(touched, withConfig);

        Assert.NotEqual(withConfig, SharedFiles.Stamp(location + "-other"));
        File.Delete(settings.ConfigPath);
        Assert.Equal(touched, Stamp());
    }

    [Fact]
    public void The_stamp_is_that_of_the_file_to_which_a_link_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        using var settings = new AwsSettings();
        var file = Path.Combine(settings.Folder, "elsewhere");
        File.WriteAllText(file, "[a]\n");
        var location = Path.Combine(settings.Folder, "credentials");
        File.CreateSymbolicLink(location, file);
        var before = SharedFiles.Stamp(location);

        File.WriteAllText(file, "[a]\naws_access_key_id = b\n");

        Assert.NotEqual(before, SharedFiles.Stamp(location));
    }

    [Fact]
    public void Beside_the_credentials_file_of_the_environment_lies_its_config()
    {
        using var settings = new AwsSettings($"AWS_CONFIG_FILE= AWS_SHARED_CREDENTIALS_FILE={Path.Combine(Path.GetTempPath(), "apart", "keys")}");

        Assert.Equal(
            (Path.Combine(Path.GetTempPath(), "apart", "keys"), Path.Combine(Path.GetTempPath(), "apart", "config")),
            SharedFiles.Paths(profileLocation: null));
    }
}
