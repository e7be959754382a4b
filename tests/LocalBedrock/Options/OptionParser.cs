using System.Text.RegularExpressions;

namespace LocalBedrock.Options;

/// <summary>Converts the command line to <see cref="ServerOptions"/>.</summary>
internal static partial class OptionParser
{
    public const string Help = """
        LocalBedrock: a local stand-in for the model-customization API of Amazon Bedrock.

        Options, each also as --option=value:
          --port N            port on 127.0.0.1; 0, the default, picks a free one
          --jobs N            jobs per region and account at the start (40)
          --seed N            same seed and same --now, same jobs (1)
          --region A,B,...    regions served (us-east-1)
          --account ID[:ACCESSKEYID:SECRET[:SESSIONTOKEN]]
                              an account and its key; may be repeated. Without keys it takes the next of
                              the two documentation pairs below. The default is both of
                              111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                              444455556666:AKIAI44QH8DHBEXAMPLE:je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          --bearer-key KEY    also accept 'Authorization: Bearer KEY', for the first account and region
          --key-issuer SECRET accept the temporary keys that LocalIdentity issues with this secret
          --latency TIMESPAN  added to each API reply, such as 00:00:00.250 (none)
          --now ISO           start of the service's clock, such as 2026-01-02T03:04:05Z (the real time)
          --speed FACTOR      the speed of the service's clock; 0 stops it (1)
          --max-skew TIMESPAN how far a request's signing time may be off (00:05:00)
          --skew TIMESPAN     how far the clock for signatures, and for the Date header, is ahead of the real
                              time, such as 02:00:00 or -02:00:00 (none)
          --path-prefix PATH  serve the API below this path only, such as /stage or /my%20stage; may be repeated
          --certificate FILE  speak TLS with the certificate and private key in this PEM file; certificates after the
                              first are sent along
          --exit-with PID     stop when that process ends
          --help              this text
        """;

    /// <exception cref="OptionException">An option is unknown, has no value, or has an invalid value.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ServerOptions();
        var accounts = new List<ServiceAccount>();

        for (var i = 0; i < arguments.Count; i++)
        {
            (var name, var value) = Split(arguments[i]);
            if (value is null && IsKnown(name))
            {
                value = ++i < arguments.Count ? arguments[i] : throw new OptionException($"{name} needs a value.");
            }

            options = name switch
            {
                "--port" => options with { Port = Integer(name, value!, 0, 65535) },
                "--jobs" => options with { Jobs = Integer(name, value!, 0, 5_000_000) },
                "--seed" => options with { Seed = Integer(name, value!, int.MinValue, int.MaxValue) },
                "--region" => options with { Regions = Regions(name, value!) },
                "--account" => WithAccount(name, value!),
                "--bearer-key" => options with { BearerKey = NotEmpty(name, value!) },
                "--key-issuer" => options with { KeyIssuer = NotEmpty(name, value!) },
                "--latency" => options with { Latency = Duration(name, value!) },
                "--now" => options with { Now = Time(name, value!) },
                "--speed" => options with { Speed = Factor(name, value!) },
                "--max-skew" => options with { MaxSkew = Duration(name, value!) },
                "--skew" => options with { Skew = Span(name, value!) },
                "--path-prefix" => options with { PathPrefixes = [.. options.PathPrefixes, PathPrefix(name, value!)] },
                "--certificate" => options with { Certificate = NotEmpty(name, value!) },
                "--exit-with" => options with { ExitWith = Integer(name, value!, 1, int.MaxValue) },
                _ => throw new OptionException($"{name} is not an option; --help lists them."),
            };
        }

        return accounts.Count == 0 ? options : options with { Accounts = accounts };

        ServerOptions WithAccount(string name, string value)
        {
            var account = Account(name, value, accounts.Count);
            if (accounts.Any(a => a.AccessKeyId == account.AccessKeyId))
            {
                throw new OptionException($"{name} gives the access key id {account.AccessKeyId} twice.");
            }

            accounts.Add(account);
            return options;
        }
    }

    private static bool IsKnown(string name) => name is "--port" or "--jobs" or "--seed" or "--region" or "--account"
        or "--bearer-key" or "--key-issuer" or "--latency" or "--now" or "--speed" or "--max-skew" or "--skew"
        or "--path-prefix" or "--certificate" or "--exit-with";

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0
            ? (argument[..equals], argument[(equals + 1)..])
            : (argument, null);
    }

    private static int Integer(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Wrong(name, value, $"a whole number from {least} to {most}");

    private static double Factor(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
        && double.IsFinite(factor)
            ? factor
            : throw Wrong(name, value, "a number of 0 or more");

    private static TimeSpan Duration(string name, string value) =>
        Span(name, value) is var duration && duration >= TimeSpan.Zero
            ? duration
            : throw Wrong(name, value, "a time span such as 00:00:01.5, from 0");

    private static TimeSpan Span(string name, string value) =>
        TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw Wrong(name, value, "a time span such as 00:00:01.5");

    private static DateTime Time(string name, string value) =>
        IsoTime.TryParse(value, out var time) ? time : throw Wrong(name, value, "a time such as 2026-01-02T03:04:05Z");

    private static string NotEmpty(string name, string value) =>
        value.Length > 0 ? value : throw Wrong(name, value, "a text");

    private static string PathPrefix(string name, string value) =>
        value.StartsWith('/') && value.Length > 1 && !value.EndsWith('/')
            ? value
            : throw Wrong(name, value, "a path that begins with a slash and doesn't end with one, such as /stage");

    private static string[] Regions(string name, string value)
    {
        var regions = value.Split(',', StringSplitOptions.TrimEntries);
        return regions.All(r => RegionName().IsMatch(r)) && regions.Distinct().Count() == regions.Length
            ? regions
            : throw Wrong(name, value, "different region names with commas between");
    }

    private static ServiceAccount Account(string name, string value, int position)
    {
        var parts = value.Split(':', 4);
        if (!AccountId().IsMatch(parts[0]) || parts.Length == 2 || parts.Any(p => p.Length == 0))
        {
            throw Wrong(name, value, "ID, ID:ACCESSKEYID:SECRET or ID:ACCESSKEYID:SECRET:SESSIONTOKEN, the ID being 12 digits");
        }

        if (parts.Length > 2)
        {
            return new ServiceAccount(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3));
        }

        return position switch
        {
            0 => ServiceAccount.First with { Id = parts[0] },
            1 => ServiceAccount.Second with { Id = parts[0] },
            _ => throw Wrong(name, value, "an account with keys: only the first two can do without"),
        };
    }

    private static OptionException Wrong(string name, string value, string expected) =>
        new($"{name} can't be '{value}': it takes {expected}.");

    [GeneratedRegex(@"\A[a-z0-9-]{1,20}\z")]
    private static partial Regex RegionName();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountId();
}
