using System.Text.RegularExpressions;

namespace LocalBedrock.Options;

/// <summary>Converts the command line to <see cref="ServerOptions"/>.</summary>
internal static partial class OptionParser
{
    public const string Help = """
        LocalBedrock: a local stand-in for the model-customization API of Amazon Bedrock.

        Options:
          --port N            port on 127.0.0.1; 0, the default, picks a free one
          --jobs N            jobs per region and account at the start (40)
          --seed N            same seed and same --now, same jobs (1)
          --region A,B,...    regions served (us-east-1)
          --account ID[:ACCESSKEYID:SECRET]
                              an account and its key; may be repeated. Without a key it takes the next of
                              the two documentation pairs below. The default is both of
                              111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                              444455556666:AKIAI44QH8DHBEXAMPLE:je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          --bearer-key KEY    also accept 'Authorization: Bearer KEY', for the first account and region
          --key-issuer SECRET accept the temporary keys that LocalIdentity issues with this secret
          --latency TIMESPAN  added to each API reply, such as 00:00:00.250 (none)
          --now ISO           start of the service's clock, such as 2026-01-02T03:04:05Z (the real time)
          --speed FACTOR      the speed of the service's clock; 0 stops it (1)
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
        foreach ((var name, var value) in CommandLine.Pairs(arguments))
        {
            options = name switch
            {
                "--port" => options with { Port = CommandLine.Integer(name, value, 0, 65535) },
                "--jobs" => options with { Jobs = CommandLine.Integer(name, value, 0, 5_000_000) },
                "--seed" => options with { Seed = CommandLine.Integer(name, value, int.MinValue, int.MaxValue) },
                "--region" => options with { Regions = Regions(name, value) },
                "--account" => WithAccount(name, value),
                "--bearer-key" => options with { BearerKey = CommandLine.NotEmpty(name, value) },
                "--key-issuer" => options with { KeyIssuer = CommandLine.NotEmpty(name, value) },
                "--latency" => options with { Latency = Span(name, value) },
                "--now" => options with { Now = Time(name, value) },
                "--speed" => options with { Speed = Factor(name, value) },
                "--skew" => options with { Skew = Span(name, value) },
                "--path-prefix" => options with { PathPrefixes = [.. options.PathPrefixes, PathPrefix(name, value)] },
                "--certificate" => options with { Certificate = CommandLine.NotEmpty(name, value) },
                "--exit-with" => options with { ExitWith = CommandLine.Integer(name, value, 1, int.MaxValue) },
                _ => throw CommandLine.Unknown(name),
            };
        }

        return options;

        ServerOptions WithAccount(string name, string value)
        {
            accounts.Add(CommandLine.Account(name, value, accounts.Count));
            return options with { Accounts = accounts };
        }
    }

    private static double Factor(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            ? factor
            : throw CommandLine.Wrong(name, value, "a number of 0 or more");

    private static TimeSpan Span(string name, string value) =>
        TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw CommandLine.Wrong(name, value, "a time span such as 00:00:01.5");

    private static DateTime Time(string name, string value) => IsoTime.TryParse(value, out var time)
        ? time
        : throw CommandLine.Wrong(name, value, "a time such as 2026-01-02T03:04:05Z");

    private static string PathPrefix(string name, string value) =>
        value.StartsWith('/') && value.Length > 1 && !value.EndsWith('/')
            ? value
            : throw CommandLine.Wrong(name, value, "a path that begins with a slash and doesn't end with one, such as /stage");

    private static string[] Regions(string name, string value)
    {
        var regions = value.Split(',', StringSplitOptions.TrimEntries);
        return regions.All(r => RegionName().IsMatch(r)) && regions.Distinct().Count() == regions.Length
            ? regions
            : throw CommandLine.Wrong(name, value, "different region names with commas between");
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,20}\z")]
    private static partial Regex RegionName();
}
