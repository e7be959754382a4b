using System;
using System.Globalization;
using System.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws;

/// <summary>
/// The settings of the environment that have to be of a form. Most of them the SDK passes over where they aren't, so that a
/// misspelt one has no effect and nobody knows why; over the others it stumbles, and names none.
/// </summary>
internal static class SettingVariables
{
    private static readonly string[] RetryModes =
    [
        nameof(RequestRetryMode.Standard),
        nameof(RequestRetryMode.Adaptive),

        // Of other AWS tools, which share the environment. To this SDK it is as if there were none.
        "legacy",
    ];

    private static readonly (string Name, Func<string, bool> IsValid, Func<string> Allowed)[] Variables =
    [
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_MAX_ATTEMPTS, IsCount, () => SR.AllowedCount),
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_RETRY_MODE, IsRetryMode, () => SR.AllowedRetryMode),
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_USE_FIPS_ENDPOINT, IsTruth, () => SR.AllowedTruth),
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_USE_DUALSTACK_ENDPOINT, IsTruth, () => SR.AllowedTruth),
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, IsTruth, () => SR.AllowedTruth),
        (EnvironmentVariableInternalConfiguration.ENVIRONMENT_VARIABLE_AWS_EC2_METADATA_SERVICE_ENDPOINT, IsAddress, () => SR.AllowedAddress),
    ];

    /// <summary>To be called before the SDK reads the environment.</summary>
    /// <exception cref="BedrockRequestException">A variable holds what is none of its values.</exception>
    public static void Check()
    {
        foreach (var (name, isValid, allowed) in Variables)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value && !isValid(value))
            {
                throw new BedrockRequestException(
                    BedrockErrorId.ValidationFailed,
                    SR.SettingsSubject,
                    string.Format(CultureInfo.CurrentCulture, SR.InvalidVariable, name, value, allowed()));
            }
        }
    }

    private static bool IsCount(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > 0;

    // The SDK would also take a mode's number.
    private static bool IsRetryMode(string value) => RetryModes.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    private static bool IsTruth(string value) => bool.TryParse(value, out _);

    private static bool IsAddress(string value) => Uri.IsWellFormedUriString(value, UriKind.Absolute);
}
