using System.Text.RegularExpressions;
using LocalBedrock.Admin;
using LocalBedrock.Options;

namespace LocalIdentity.Options;

/// <summary>Converts the command line to <see cref="IdentityOptions"/>.</summary>
internal static partial class OptionParser
{
    public const string Help = """
        LocalIdentity: a local stand-in for the AWS services that issue credentials, and a forward proxy.

        Options:
          --port N            port on 127.0.0.1; 0, the default, picks a free one
          --proxy-port N      the proxy's port on 127.0.0.1; 0, the default, picks a free one
          --account ID:ACCESSKEYID:SECRET
                              a long-lived key with which roles can be assumed; may be repeated. The default is both of
                              111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                              444455556666:AKIAI44QH8DHBEXAMPLE:je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          --key-issuer SECRET the secret that proves the issued keys; specify the same secret for LocalBedrock
                              (local-identity-example)
          --settings JSON     settings, as README.md describes them: what POST /local/settings takes
          --certificate FILE  speak TLS with the certificate and private key in this PEM file; the proxy does not
          --exit-with PID     stop when that process ends
          --help              this text
        """;

    /// <exception cref="OptionException">An option is unknown, has no value, or has an invalid value.</exception>
    public static IdentityOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new IdentityOptions();
        var accounts = new List<ServiceAccount>();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (i + 1 == arguments.Count)
            {
                throw new OptionException($"{name} is not an option, or needs a value; --help lists them.");
            }

            var value = arguments[i + 1];
            switch (name)
            {
                case "--port":
                    options = options with { Port = Integer(name, value, 0, 65535) };
                    break;
                case "--proxy-port":
                    options = options with { ProxyPort = Integer(name, value, 0, 65535) };
                    break;
                case "--account":
                    accounts.Add(Account(name, value));
                    break;
                case "--key-issuer" when value.Length > 0:
                    options = options with { KeyIssuer = value };
                    break;
                case "--settings":
                    options = options with { Settings = Settings(name, value) };
                    break;
                case "--certificate" when value.Length > 0:
                    options = options with { Certificate = value };
                    break;
                case "--exit-with":
                    options = options with { ExitWith = Integer(name, value, 1, int.MaxValue) };
                    break;
                default:
                    throw new OptionException($"{name} is not an option, or can't be '{value}'; --help lists them.");
            }
        }

        return accounts.Count == 0 ? options : options with { Accounts = accounts };
    }

    private static int Integer(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new OptionException($"{name} can't be '{value}': it takes a whole number from {least} to {most}.");

    private static ServiceAccount Account(string name, string value)
    {
        var match = AccountForm().Match(value);
        return match.Success
            ? new ServiceAccount(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : throw new OptionException($"{name} can't be '{value}': it takes ID:ACCESSKEYID:SECRET, the ID being 12 digits.");
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

    [GeneratedRegex(@"\A([0-9]{12}):(\w+):(.+)\z")]
    private static partial Regex AccountForm();
}
