using System.Text.Json;
using AwsFacts;

namespace BedrockJobs.Aws.Tests.Profiles;

/// <summary>The test data that AWS publishes for the shared files.</summary>
public sealed class PublishedProfileTests
{
    [Fact]
    public void Every_published_file_is_read_as_AWS_expects()
    {
        var failures = new List<string>();
        foreach (var test in Tests("aws-profile-parser-tests.json"))
        {
            var expected = test.GetProperty("output");
            var actual = Read(test.GetProperty("input"));
            if (expected.TryGetProperty("errorContaining", out var words)
                ? !actual.Contains(words.GetString()!, StringComparison.Ordinal)
                : actual != Expected(expected))
            {
                failures.Add($"{test.GetProperty("name")}: {expected} but {actual}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void Every_published_location_is_the_one_that_AWS_expects()
    {
        var count = 0;
        foreach (var test in Tests("aws-file-location-tests.json"))
        {
            if (test.GetProperty("platform").GetString() != (OperatingSystem.IsWindows() ? "windows" : "linux"))
            {
                continue;
            }

            count++;
            using var settings = new AwsSettings();
            foreach (var name in (string[])["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH"])
            {
                settings.Set(name, test.GetProperty("environment").TryGetProperty(name, out var value) ? value.GetString() : null);
            }

            Assert.Equal(
                new SharedFileLocations(
                    test.GetProperty("credentialsLocation").GetString()!, test.GetProperty("configLocation").GetString()!),
                SharedFileLocations.Of(profileLocation: null));
        }

        Assert.NotEqual(0, count);
    }

    private static JsonElement.ArrayEnumerator Tests(string file) => PublishedFacts.Read(file).GetProperty("tests").EnumerateArray();

    private static string Read(JsonElement input)
    {
        using var settings = new AwsSettings();
        var credentials = Path.Combine(settings.Folder, "credentials");
        if (input.TryGetProperty("configFile", out var config))
        {
            File.WriteAllText(settings.ConfigPath, config.GetString());
        }

        if (input.TryGetProperty("credentialsFile", out var text))
        {
            File.WriteAllText(credentials, text.GetString());
        }

        try
        {
            var profiles = ProfileSet.ReadAsync(credentials, isNeeded: true).GetAwaiter().GetResult();
            return Write(profiles.Names.Select(name => (name, profiles.Find(name)!.All.Settings)))
                + Write(
                    SharedFileReader.ReadAsync(settings.ConfigPath, isConfig: true, TimeSpan.FromMinutes(1)).GetAwaiter().GetResult()
                        .SsoSessions.OrderBy(session => session.Key, StringComparer.Ordinal)
                        .Select(session => (session.Key, profiles.SsoSession(session.Key)!.Settings)));
        }
        catch (SharedFileException fault)
        {
            return fault.Message;
        }
    }

    private static string Write(IEnumerable<(string Name, IReadOnlyDictionary<string, FileSetting> Settings)> sections) =>
        JsonSerializer.Serialize(sections.ToDictionary(
            section => section.Name,
            section => section.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).ToDictionary(setting => setting.Key, setting => setting.Value.Value)));

    private static string Expected(JsonElement output) =>
        Expected(output.GetProperty("config"), "profiles") + Expected(output.GetProperty("config"), "sso_sessions");

    private static string Expected(JsonElement config, string kind) => JsonSerializer.Serialize(
        (config.TryGetProperty(kind, out var sections) ? sections.EnumerateObject() : default)
            .OrderBy(section => section.Name, StringComparer.Ordinal)
            .ToDictionary(
                section => section.Name,
                section => section.Value.EnumerateObject().OrderBy(setting => setting.Name, StringComparer.Ordinal).ToDictionary(setting => setting.Name, setting => setting.Value.GetString())));
}
