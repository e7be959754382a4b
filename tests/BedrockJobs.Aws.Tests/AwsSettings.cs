namespace BedrockJobs.Aws.Tests;

/// <summary>Sets environment variables and AWS files until the object is disposed.</summary>
internal sealed class AwsSettings : IDisposable
{
    /// <summary>Connects as a command does, and waits for it.</summary>
    public static IBedrockService Connect(ConnectionSettings settings) =>
        new BedrockServiceFactory().ConnectAsync(settings).GetAwaiter().GetResult();

    private readonly Dictionary<string, string?> _before = [];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <param name="variables">The variables as NAME=value, separated by spaces.</param>
    /// <param name="config">The content of the config file; null for no file.</param>
    public AwsSettings(string? variables = null, string? config = null)
    {
        Set("AWS_CONFIG_FILE", ConfigPath);
        Set("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        Set("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        if (config is not null)
        {
            File.WriteAllText(ConfigPath, config);
        }

        foreach (var variable in (variables ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = variable.Split('=', 2);
            Set(parts[0], parts[1]);
        }
    }

    public string Folder => _folder.FullName;

    public string ConfigPath => Path.Combine(Folder, "config");

    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Delete(recursive: true);
    }
}
