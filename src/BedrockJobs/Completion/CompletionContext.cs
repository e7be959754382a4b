using System.Collections;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace BedrockJobs.Completion;

/// <summary>A command line with an argument that is being completed, and the session in which it's typed.</summary>
/// <param name="arguments">The arguments that PowerShell can evaluate without running anything, by parameter.</param>
internal sealed class CompletionContext(string commandName, CommandAst ast, IDictionary arguments)
{
    private static readonly string[] LocationNames = ["ProfileLocation", "AWSProfilesLocation", "ProfilesLocation"];

    /// <summary>The parameters that choose the identity and the place, and their aliases.</summary>
    private static readonly string[] ConnectionNames =
        ["Region", "RegionToCall", "ProfileName", "AWSProfileName", .. LocationNames, "Credential", "SessionToken", "EndpointUrl"];

    private static readonly ConditionalWeakTable<object, string> ObjectIds = [];

    private readonly SessionState _session = CurrentSession();

    /// <summary>The command with the same noun that lists jobs. Import-Module can add a prefix to the noun.</summary>
    public string ListingCommand { get; } = "Get-" + commandName.Split('-')[^1];

    /// <summary>The file of -ProfileLocation as a .NET path; null if the command line and the session have none.</summary>
    public string? ProfileLocation => (arguments[LocationNames[0]] ?? Defaults(commandName, LocationNames).FirstOrDefault()) is string path
        ? _session.Path.GetUnresolvedProviderPathFromPSPath(path)
        : null;

    /// <summary>
    /// The connection arguments of the command line. Null if the identity or the place is known only when the command runs, or
    /// isn't that of the listing command: completion must not use another identity.
    /// </summary>
    public Dictionary<string, object>? ConnectionArguments()
    {
        var typed = StaticParameterBinder.BindCommand(ast, resolve: true).BoundParameters.Keys.Union(arguments.Keys.Cast<string>())
            .Intersect(ConnectionNames, StringComparer.OrdinalIgnoreCase).ToList();
        var defaults = Defaults(commandName, ConnectionNames).ToList();
        var isKnown = !ast.CommandElements.Any(element => element is VariableExpressionAst { Splatted: true })
            && typed.All(name => arguments[name] is not null)
            && defaults.SequenceEqual(Defaults(ListingCommand, ConnectionNames))
            && !defaults.Any(value => value is ScriptBlock);
        return isKnown ? typed.ToDictionary(name => name, name => arguments[name]!) : null;
    }

    /// <summary>A hash of everything that decides the identity and the place, because that can contain access keys.</summary>
    public string Fingerprint(Dictionary<string, object> connection)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}")
            .Where(variable => variable.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase));
        object?[] parts =
        [
            _session.Path.CurrentLocation.Path, Variable("StoredAWSCredentials"), Variable("StoredAWSRegion"),
            .. Defaults(ListingCommand, ConnectionNames),
            .. connection.OrderBy(argument => argument.Key, StringComparer.Ordinal).SelectMany(argument => new[] { argument.Key, argument.Value }),
            .. environment.Order(StringComparer.Ordinal),
        ];
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", parts.Select(Text)))));
    }

    /// <summary>Removes an error from <c>$Error</c> that PowerShell added.</summary>
    public void Forget(Exception error)
    {
        if (Variable("Error") is ArrayList { Count: > 0 } errors && ReferenceEquals(errors[0], error))
        {
            errors.RemoveAt(0);
        }
    }

    // Credentials are told apart by the object.
    private static string Text(object? part) => (part is PSObject wrapped ? wrapped.BaseObject : part) switch
    {
        null => string.Empty,
        string text => text,
        IEnumerable items => string.Join(",", items.Cast<object?>().Select(Text)),
        { } other => ObjectIds.GetValue(other, _ => Guid.NewGuid().ToString()),
    };

    private IEnumerable<object?> Defaults(string command, string[] names) => SessionDefaults.Parameter(_session, command, names);

    private object? Variable(string name) => _session.PSVariable.GetValue(name);

    // PowerShell passes no session to a completer, but runs it in the session's runspace.
    private static SessionState CurrentSession()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState", useLocalScope: true).Invoke<SessionState>()[0];
    }
}
