using System;

namespace BedrockJobs.Aws.Profiles;

/// <summary>A variable of the environment. An empty one counts as none.</summary>
internal static class EnvironmentSetting
{
    public static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    public static bool IsSet(string variable) => Read(variable) is not null;
}
