namespace BedrockJobs.Running;

/// <summary>Writes the verbose and debug messages of a command.</summary>
internal sealed class CommandLog
{
    private readonly PSCmdlet _cmdlet;

    public CommandLog(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Writes a message for <c>-Verbose</c>.</summary>
    /// <remarks>
    /// With -Debug alone, PowerShell would stop at every verbose message and ask whether to continue.
    /// </remarks>
    public void Tell(string text)
    {
        // The text contains names from files and messages from the service.
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

    /// <summary>
    /// Writes for <c>-Debug</c> which identity, Region, and endpoint were chosen, and the source of each.
    /// </summary>
    public void TellChoices(ConnectionSettings settings)
    {
        foreach (var choice in settings.Choices)
        {
            _cmdlet.WriteDebug(PrintableText.From(choice));
        }
    }
}
