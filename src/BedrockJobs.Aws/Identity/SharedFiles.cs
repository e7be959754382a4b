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

    private static readonly object Gate = new();
    private static string? _lastState;

    // If the SDK fails at its first look at the settings, it fails for as long as the process lives; at a later one it does
    // not. So the first finds files that do not exist.
    private static void ReadFirst()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), Folder);
        Set(nameof(SharedCredentialsFile.DefaultFilePath), nowhere);
        Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), nowhere);
        RuntimeHelpers.RunClassConstructor(typeof(FallbackInternalConfigurationFactory).TypeHandle);
    }

    /// <summary>
    /// Has the SDK take account of the environment as it is now. Left to itself it looks once in a process, but who changes
    /// a variable in a session means the next command.
    /// </summary>
    public static void Refresh()
    {
        // The targets of a command are connected at the same time, and each comes here.
        lock (Gate)
        {
            // Over one of these the SDK would stumble as over a file.
            SettingVariables.Check();
            var now = State();
            if (now == _lastState)
            {
                return;
            }

            if (_lastState is null)
            {
                ReadFirst();
            }

            var (credentials, config) = Paths(profileLocation: null);
            Set(nameof(SharedCredentialsFile.DefaultFilePath), credentials);
            Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), config);
            FallbackRegionFactory.Reset();
            ReadDefaults();
            _lastState = now;
        }
    }

    // What the SDK takes from the default profile matters to nobody: what counts is set from the profile in use. If that one
    // can't be read, the user is told so where it is looked up.
    private static void ReadDefaults()
    {
        try
        {
            FallbackInternalConfigurationFactory.Reset();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The SDK goes on with what it had.
        }
    }

    /// <summary>The files in effect, for messages.</summary>
    /// <param name="profileLocation">The credentials file that the user named.</param>
    public static (string Credentials, string Config) Paths(string? profileLocation)
    {
        var credentials = profileLocation
            ?? Variable(SharedCredentialsFile.SharedCredentialsFileEnvVar)
            ?? Path.Combine(Home, Folder, "credentials");

        // As the SDK has it: beside a credentials file lies its config.
        var config = Variable(SharedCredentialsFile.SharedConfigFileEnvVar)
            ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(credentials))!, "config");
        return (credentials, config);
    }

    /// <summary>Differs when one of the files has changed, or another is in effect.</summary>
    public static string Stamp(string? profileLocation)
    {
        var (credentials, config) = Paths(profileLocation);
        return StampOf(credentials) + '\n' + StampOf(config);
    }

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
        // Some keep their files elsewhere, and links to them here.
        var link = new FileInfo(path);
        var file = link.Exists && link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : link;
        return file.Exists ? $"{path}|{file.FullName}|{file.LastWriteTimeUtc.Ticks}|{file.Length}" : path;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    // There is no public way; a test finds out if this one goes.
    private static void Set(string property, string path) =>
        typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!
            .SetMethod!.Invoke(null, [path]);
}
