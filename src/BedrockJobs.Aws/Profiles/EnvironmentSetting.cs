namespace BedrockJobs.Aws.Profiles;

/// <summary>An environment variable. An empty variable is treated as not set.</summary>
internal static class EnvironmentSetting
{
    public static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    public static bool IsSet(string variable) => Read(variable) is not null;
}
