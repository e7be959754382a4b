using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Identity;

/// <summary>The files that hold profiles: which they are, and whether they have changed.</summary>
internal static class SharedFiles
{
    private const string Folder = ".aws";

    private static readonly Regex SettingsVariable =
        new("^AWS_(?!.*(SECRET|TOKEN))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string? _lastState;

    // If the SDK fails at its first look at the settings, it fails for as long as the process lives; at a later one it does
    // not. So the first finds files that do not exist.
    private static readonly Lazy<bool> FirstReading = new(() =>
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), Folder);
        Set(nameof(SharedCredentialsFile.DefaultFilePath), nowhere);
        Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), nowhere);
        RuntimeHelpers.RunClassConstructor(typeof(FallbackInternalConfigurationFactory).TypeHandle);
        return true;
    });

    /// <summary>
    /// Has the SDK take account of the environment as it is now. Left to itself it looks once in a process, but who changes
    /// a variable in a session means the next command.
    /// </summary>
    public static void Refresh()
    {
        // The targets of a command are connected at the same time, and each comes here.
        lock (FirstReading)
        {
            var now = State();
            if (now == _lastState)
            {
                return;
            }

            _ = FirstReading.Value;
            Set(nameof(SharedCredentialsFile.DefaultFilePath), CredentialsPath);
            Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), ConfigPath);
            FallbackInternalConfigurationFactory.Reset();
            FallbackRegionFactory.Reset();
            _lastState = now;
        }
    }

    /// <summary>The files in effect, for messages.</summary>
    /// <param name="profileLocation">The credentials file that the user named.</param>
    public static (string Credentials, string Config) Paths(string? profileLocation)
    {
        if (profileLocation is null)
        {
            return (CredentialsPath, ConfigPath);
        }

        // As the SDK has it: beside a credentials file of one's own lies its config.
        var config = Variable(SharedCredentialsFile.SharedConfigFileEnvVar)
            ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(profileLocation))!, "config");
        return (profileLocation, config);
    }

    /// <summary>Differs when one of the files has changed, or another is in effect.</summary>
    public static string Stamp(string? profileLocation)
    {
        var (credentials, config) = Paths(profileLocation);
        return StampOf(credentials) + '\n' + StampOf(config);
    }

    private static string CredentialsPath =>
        Variable(SharedCredentialsFile.SharedCredentialsFileEnvVar) ?? Path.Combine(Home, Folder, "credentials");

    private static string ConfigPath =>
        Variable(SharedCredentialsFile.SharedConfigFileEnvVar) ?? Path.Combine(Home, Folder, "config");

    private static string Home =>
        Variable("HOME") ?? Variable("USERPROFILE") ?? Environment.CurrentDirectory;

    // All that the SDK may have read of settings. Secrets are none, and are not to be kept.
    private static string State()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => SettingsVariable.IsMatch((string)variable.Key))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal);
        return string.Join('\n', variables.Append(Stamp(profileLocation: null)));
    }

    private static string StampOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{path}|{file.LastWriteTimeUtc.Ticks}|{file.Length}" : path;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    // There is no public way; a test finds out if this one goes.
    private static void Set(string property, string path) =>
        typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!
            .SetMethod!.Invoke(null, [path]);
}
