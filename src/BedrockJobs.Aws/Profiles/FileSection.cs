using System;
using System.Collections.Generic;

namespace BedrockJobs.Aws.Profiles;

/// <summary>A named group of settings in a shared file: a profile, an sso-session, or a services section.</summary>
internal sealed class FileSection
{
    private readonly Dictionary<string, FileSetting> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings by their names, which don't depend on case.</summary>
    public IReadOnlyDictionary<string, FileSetting> Settings => _settings;

    /// <summary>The setting of a name; null where there is none.</summary>
    public FileSetting? this[string name] => _settings.GetValueOrDefault(name);

    /// <summary>The value of a setting; null where there is none, or an empty one.</summary>
    public string? Value(string name) => this[name] is { Value.Length: > 0 } setting ? setting.Value : null;

    /// <summary>A value below a setting that holds values of its own, such as the endpoint_url of bedrock.</summary>
    public string? Value(string name, string nestedName)
    {
        foreach (var line in (this[name]?.Value ?? string.Empty).Split('\n'))
        {
            var parts = line.Split('=', 2);
            if (parts.Length == 2 && string.Equals(parts[0].Trim(), nestedName, StringComparison.OrdinalIgnoreCase))
            {
                return SharedFileParser.WithoutComment(parts[1]).Trim();
            }
        }

        return null;
    }

    /// <summary>Adds a setting. A later one takes the place of an earlier one.</summary>
    public void Set(string name, FileSetting setting) => _settings[name] = setting;

    /// <summary>Adds all settings of another section. They take the place of those of the same names.</summary>
    public void Add(FileSection other)
    {
        foreach (var (name, setting) in other.Settings)
        {
            Set(name, setting);
        }
    }
}
