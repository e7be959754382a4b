using System.Management.Automation;
using BedrockJobs.Service;
using BedrockJobs.Views;

namespace BedrockJobs.Commands;

/// <summary>The verbose and debug lines of a command.</summary>
internal sealed class CommandLog
{
    private readonly PSCmdlet _cmdlet;

    public CommandLog(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Writes a line for <c>-Verbose</c>.</summary>
    /// <remarks>With -Debug alone PowerShell would stop at every verbose line and ask whether to go on.</remarks>
    public void Tell(string text)
    {
        // Names from files and the service's words are in it.
        var line = PrintableText.From(text);
        var bound = _cmdlet.MyInvocation.BoundParameters;
        if (bound.ContainsKey("Debug") && !bound.ContainsKey("Verbose"))
        {
            _cmdlet.WriteDebug(line);
        }
        else
        {
            _cmdlet.WriteVerbose(line);
        }
    }

    /// <summary>Writes for <c>-Debug</c> what connecting has chosen, and where each choice came from.</summary>
    public void TellChoices(ConnectionSettings settings)
    {
        foreach (var choice in settings.Choices)
        {
            _cmdlet.WriteDebug(PrintableText.From(choice));
        }
    }
}
