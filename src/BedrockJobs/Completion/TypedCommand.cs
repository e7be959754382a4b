using System.Collections;
using System.Management.Automation.Language;

namespace BedrockJobs.Completion;

/// <summary>
/// A command line with an argument that is being completed, and its other arguments as far as they are known.
/// </summary>
internal sealed class TypedCommand
{
    private readonly string _name;
    private readonly CommandAst _ast;
    private readonly IDictionary _arguments;
    private readonly Lazy<SessionState> _session = new(CurrentSession);
    private readonly Lazy<ICollection<string>> _typedParameters;

    /// <param name="name">The name of the command.</param>
    /// <param name="ast">The command line.</param>
    /// <param name="arguments">The arguments that PowerShell can evaluate, by parameter.</param>
    public TypedCommand(string name, CommandAst ast, IDictionary arguments)
    {
        _name = name;
        _ast = ast;
        _arguments = arguments;
        _typedParameters = new Lazy<ICollection<string>>(
            () => StaticParameterBinder.BindCommand(_ast, resolve: true).BoundParameters.Keys);
    }

    /// <summary>The session in which the user types the command line.</summary>
    public SessionState Session => _session.Value;

    /// <summary>Whether a variable is splatted. Its arguments are known only when the command runs.</summary>
    public bool IsSplatted => _ast.CommandElements.OfType<VariableExpressionAst>().Any(variable => variable.Splatted);

    /// <summary>
    /// Finds the argument of a parameter on the command line, or else in <c>$PSDefaultParameterValues</c>.
    /// </summary>
    /// <param name="names">The name of the parameter and its aliases.</param>
    /// <param name="argument">The argument; null if the parameter has none.</param>
    /// <returns>False if the argument is known only when the command runs.</returns>
    public bool TryGetArgument(IReadOnlyList<string> names, out object? argument)
    {
        argument = _arguments[names[0]];
        if (argument is null)
        {
            if (_typedParameters.Value.Contains(names[0], StringComparer.OrdinalIgnoreCase))
            {
                return false;
            }

            argument = Default(names);
        }

        argument = argument is null ? null : PSObject.AsPSObject(argument).BaseObject;
        return argument is not ScriptBlock;
    }

    /// <summary>Converts a PowerShell path to a .NET path.</summary>
    public string FullPath(string path) => Session.Path.GetUnresolvedProviderPathFromPSPath(path);

    private object? Default(IReadOnlyList<string> names)
    {
        if (Session.PSVariable.GetValue("PSDefaultParameterValues") is not IDictionary defaults
            || LanguagePrimitives.IsTrue(defaults["Disabled"]))
        {
            return null;
        }

        foreach (DictionaryEntry entry in defaults)
        {
            // The keys have the form Command:Parameter, and both parts can be wildcard patterns.
            var key = entry.Key.ToString()!.Split(':');
            if (key.Length == 2 && Matches(key[0], _name) && names.Any(name => Matches(key[1], name)))
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static bool Matches(string pattern, string name) =>
        WildcardPattern.Get(pattern.Trim(), WildcardOptions.IgnoreCase).IsMatch(name);

    // PowerShell passes no session to a completer, but runs it in the session's runspace.
    private static SessionState CurrentSession()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState", useLocalScope: true).Invoke<SessionState>().First();
    }
}
