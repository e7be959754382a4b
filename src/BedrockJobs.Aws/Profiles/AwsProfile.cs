namespace BedrockJobs.Aws.Profiles;

/// <summary>A profile with its settings in both shared files.</summary>
internal sealed class AwsProfile
{
    private readonly FileSection _config;
    private readonly FileSection _credentials;

    public AwsProfile(string name, FileSection? config, FileSection? credentials)
    {
        Name = name;
        _config = config ?? new FileSection();
        _credentials = credentials ?? new FileSection();
        All = new FileSection();
        All.Add(_config);
        All.Add(_credentials);
    }

    public static AwsProfile Empty { get; } = new(string.Empty, config: null, credentials: null);

    public string Name { get; }

    /// <summary>The settings of both files. The credentials file takes precedence.</summary>
    public FileSection All { get; }

    /// <summary>The section with the access key. The parts of a key are never combined from two files.</summary>
    public FileSection? KeySection =>
        HasKey(_credentials) ? _credentials : HasKey(_config) ? _config : null;

    public bool IsKeyInCredentials => HasKey(_credentials);

    public string? Value(string setting) => All.Value(setting);

    private static bool HasKey(FileSection section) =>
        section["aws_access_key_id"] is not null || section["aws_secret_access_key"] is not null;
}
