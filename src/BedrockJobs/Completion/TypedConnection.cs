using System.Reflection;
using System.Security;
using System.Security.Cryptography;

namespace BedrockJobs.Completion;

/// <summary>The connection that a typed command would make to its first target. It never prompts the user.</summary>
internal sealed class TypedConnection
{
    /// <summary>Each connection parameter with its aliases.</summary>
    private static readonly IReadOnlyList<string[]> Parameters =
    [
        .. from property in typeof(BedrockCommand).GetProperties()
           where property.IsDefined(typeof(ParameterAttribute)) && property.DeclaringType == typeof(BedrockCommand)
           select (string[])[property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []],
    ];

    private TypedConnection(ConnectionSettings settings, object key)
    {
        Settings = settings;
        Key = key;
    }

    public ConnectionSettings Settings { get; }

    /// <summary>Equal to the key of another connection if both use the same place and the same identity.</summary>
    public object Key { get; }

    /// <summary>
    /// Null if the identity or the place is known only when the command runs, or if the command would fail: completion
    /// must not use another identity.
    /// </summary>
    public static TypedConnection? Of(TypedCommand command)
    {
        var arguments = new Dictionary<string, object?>();
        foreach (var names in Parameters)
        {
            if (!command.TryGetArgument(names, out var argument))
            {
                return null;
            }

            arguments[names[0]] = argument;
        }

        var region = First(nameof(BedrockCommand.Region));
        var endpoint = First(nameof(BedrockCommand.EndpointUrl));
        var credential = arguments[nameof(BedrockCommand.Credential)];
        var sessionToken = arguments[nameof(BedrockCommand.SessionToken)] as SecureString;
        if (command.IsSplatted
            || (region is not null && ConnectionRules.FaultOfRegion(region, () => []) is not null)
            || (endpoint is not null && ConnectionRules.FaultOfEndpoint(endpoint) is not null)
            || (credential is not null && GivenCredential.FaultOf(credential) is not null)
            || (sessionToken is not null && credential is not PSCredential))
        {
            return null;
        }

        var location = First(nameof(BedrockCommand.ProfileLocation));
        var settings = new ConnectionSettings
        {
            Region = region?.ToLowerInvariant(),
            FirstRegion = region?.ToLowerInvariant(),
            ProfileName = First(nameof(BedrockCommand.ProfileName)),
            ProfileLocation = location is null ? null : command.FullPath(location),
            Credential = credential is null ? null : GivenCredential.Reader(credential, sessionToken),
            EndpointUrl = endpoint,
            StoredCredential = SessionDefaults.Credential(command.Session),
            StoredRegion = SessionDefaults.Region(command.Session),
            Command = new object(),
            WithoutRetries = true,
        };
        return new TypedConnection(
            settings, (Fingerprint(settings), credential, sessionToken, SessionDefaults.StoredCredential(command.Session)));

        string? First(string parameter) => arguments[parameter] is { } value
            ? LanguagePrimitives.ConvertTo<string[]>(value).FirstOrDefault()
            : null;
    }

    // Environment variables can contain access keys, so only their hash is kept.
    private static string Fingerprint(ConnectionSettings settings)
    {
        var environment = Environment.GetEnvironmentVariables();
        var names = environment.Keys.Cast<string>()
            .Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name, StringComparer.Ordinal);
        string?[] said =
        [
            settings.Region, settings.ProfileName, settings.ProfileLocation, settings.EndpointUrl, settings.StoredRegion,
            .. names.Select(name => name + "=" + environment[name]),
        ];
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", said))));
    }
}
