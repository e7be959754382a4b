namespace BedrockJobs.Aws.Profiles;

/// <summary>The contents of a shared file.</summary>
internal sealed class SharedFile
{
    public Dictionary<string, FileSection> Profiles { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The profiles whose names only the AWS CLI accepts, such as names with a space in the credentials file.
    /// </summary>
    public Dictionary<string, FileSection> UnlistedProfiles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FileSection> SsoSessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FileSection> Services { get; } = new(StringComparer.Ordinal);
}

/// <summary>A named group of settings in a shared file: a profile, an sso-session, or a services section.</summary>
internal sealed class FileSection
{
    private readonly Dictionary<string, FileSetting> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings by name. Names aren't case-sensitive.</summary>
    public IReadOnlyDictionary<string, FileSetting> Settings => _settings;

    public FileSetting? this[string name] => _settings.GetValueOrDefault(name);

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

/// <summary>A setting in a shared file, and its location.</summary>
/// <param name="Value">The value. Lines after the first follow a line feed, as AWS specifies.</param>
/// <param name="Section">The section header, without its brackets.</param>
/// <param name="Line">The line number, starting at 1.</param>
internal sealed record FileSetting(string Value, string File, string Section, int Line)
{
    public string Source(string name) => SR.SettingSource.With(name, File, Section, Line);

    public string Fault(string name, string cause) => SR.SettingFault.With(Source(name), cause);
}
