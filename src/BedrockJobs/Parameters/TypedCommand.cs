using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockJobs.Parameters;

/// <summary>A command line on which an argument is being completed, as far as its other arguments can be told.</summary>
internal sealed class TypedCommand
{
    private readonly string _name;
    private readonly CommandAst _ast;
    private readonly IDictionary _arguments;
    private readonly Lazy<SessionState> _session = new(CurrentSession);
    private readonly Lazy<ICollection<string>> _typedParameters;

    /// <param name="name">The command's name.</param>
    /// <param name="ast">The line.</param>
    /// <param name="arguments">The arguments that PowerShell could tell, by parameter.</param>
    public TypedCommand(string name, CommandAst ast, IDictionary arguments)
    {
        _name = name;
        _ast = ast;
        _arguments = arguments;
        _typedParameters = new Lazy<ICollection<string>>(
            () => StaticParameterBinder.BindCommand(_ast, resolve: true).BoundParameters.Keys);
    }

    /// <summary>The session in which the line is typed.</summary>
    public SessionState Session => _session.Value;

    /// <summary>Whether there are arguments that only running the line would tell, since a variable is splatted.</summary>
    public bool IsSplatted => _ast.CommandElements.OfType<VariableExpressionAst>().Any(variable => variable.Splatted);

    /// <summary>Finds the argument of a parameter: what is typed, or else what <c>$PSDefaultParameterValues</c> has.</summary>
    /// <param name="names">The parameter's name, and its aliases.</param>
    /// <param name="argument">The argument; null where the parameter has none.</param>
    /// <returns>False where only running the line would tell.</returns>
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

    /// <summary>A path as .NET takes it.</summary>
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
            // Keys are Command:Parameter, and both may be wildcard patterns.
            var key = entry.Key.ToString().Split(':');
            if (key.Length == 2 && Matches(key[0], _name) && names.Any(name => Matches(key[1], name)))
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static bool Matches(string pattern, string name) =>
        WildcardPattern.Get(pattern.Trim(), WildcardOptions.IgnoreCase).IsMatch(name);

    // A completer is given no session, but runs in its runspace.
    private static SessionState CurrentSession()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState", useLocalScope: true).Invoke<SessionState>().First();
    }
}
