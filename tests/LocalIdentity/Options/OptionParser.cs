namespace LocalIdentity.Options;

/// <summary>Converts the command line to <see cref="IdentityOptions"/>.</summary>
internal static class OptionParser
{
    public const string Help = """
        LocalIdentity: a local stand-in for the AWS services that issue credentials, and a forward proxy.

        Options:
          --port N            port on 127.0.0.1; 0, the default, picks a free one. The proxy always picks one
          --account ID:ACCESSKEYID:SECRET
                              a long-lived key with which roles can be assumed; may be repeated. The default is both of
                              111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                              444455556666:AKIAI44QH8DHBEXAMPLE:je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          --key-issuer SECRET the secret that proves the issued keys; specify the same secret for LocalBedrock
                              (local-identity-example)
          --settings JSON     settings, as README.md describes them: what POST /local/settings takes
          --certificate FILE  speak TLS with the certificate and private key in this PEM file
          --exit-with PID     stop when that process ends
          --help              this text
        """;

    /// <exception cref="OptionException">An option is unknown, has no value, or has an invalid value.</exception>
    public static IdentityOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new IdentityOptions();
        var accounts = new List<ServiceAccount>();
        foreach ((var name, var value) in CommandLine.Pairs(arguments))
        {
            options = name switch
            {
                "--port" => options with { Port = CommandLine.Integer(name, value, 0, 65535) },
                "--account" => WithAccount(name, value),
                "--key-issuer" => options with { KeyIssuer = CommandLine.NotEmpty(name, value) },
                "--settings" => options with { Settings = Settings(name, value) },
                "--certificate" => options with { Certificate = CommandLine.NotEmpty(name, value) },
                "--exit-with" => options with { ExitWith = CommandLine.Integer(name, value, 1, int.MaxValue) },
                _ => throw CommandLine.Unknown(name),
            };
        }

        return options;

        IdentityOptions WithAccount(string name, string value)
        {
            accounts.Add(CommandLine.Account(name, value, accounts.Count));
            return options with { Accounts = accounts };
        }
    }

    private static Settings Settings(string name, string value)
    {
        try
        {
            return SettingsStore.Merge(new Settings(), value);
        }
        catch (AdminException e)
        {
            throw new OptionException($"{name} can't be '{value}': {e.Message}");
        }
    }
}
