namespace BedrockJobs.Aws.Profiles;

/// <summary>A named group of settings in a shared file: a profile, an sso-session, or a services section.</summary>
internal sealed class FileSection
{
    private readonly Dictionary<string, FileSetting> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings by name. Names aren't case-sensitive.</summary>
    public IReadOnlyDictionary<string, FileSetting> Settings => _settings;

    /// <summary>The setting with a name; null for none.</summary>
    public FileSetting? this[string name] => _settings.GetValueOrDefault(name);

    /// <summary>The value of a setting; null if it's missing or empty.</summary>
    public string? Value(string name) => this[name] is { Value.Length: > 0 } setting ? setting.Value : null;

    /// <summary>A nested value of a setting, such as the endpoint_url of bedrock. The later one wins.</summary>
    public string? Value(string name, string nestedName)
    {
        string? value = null;
        foreach (var line in (this[name]?.Value ?? string.Empty).Split('\n'))
        {
            var parts = line.Split('=', 2);
            if (parts.Length == 2 && string.Equals(parts[0].Trim(), nestedName, StringComparison.OrdinalIgnoreCase))
            {
                value = SharedFileParser.WithoutComment(parts[1]).Trim();
            }
        }

        return value;
    }

    /// <summary>Adds a setting. It replaces an earlier setting with the same name.</summary>
    public void Set(string name, FileSetting setting) => _settings[name] = setting;

    /// <summary>Adds all settings of another section. They replace settings with the same names.</summary>
    public void Add(FileSection other)
    {
        foreach (var (name, setting) in other.Settings)
        {
            Set(name, setting);
        }
    }
}
