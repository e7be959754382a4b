using System.Text.RegularExpressions;

namespace LocalBedrock.Hosting;

/// <summary>Reads options and their values.</summary>
internal static partial class CommandLine
{
    /// <exception cref="OptionException">The last option has no value.</exception>
    public static IEnumerable<(string Name, string Value)> Pairs(IReadOnlyList<string> arguments) => arguments.Chunk(2).Select(
        pair => pair.Length == 2 ? (pair[0], pair[1]) : throw new OptionException($"{pair[0]} needs a value."));

    public static int Integer(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Wrong(name, value, $"a whole number from {least} to {most}");

    public static string NotEmpty(string name, string value) => value.Length > 0 ? value : throw Wrong(name, value, "a text");

    /// <param name="position">The number of accounts before this one.</param>
    public static ServiceAccount Account(string name, string value, int position)
    {
        var match = AccountForm().Match(value);
        return match switch
        {
            { Success: false } => throw Wrong(name, value, "ID or ID:ACCESSKEYID:SECRET, the ID being 12 digits"),
            _ when match.Groups[2].Success => new ServiceAccount(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value),
            _ when position < ServiceAccount.Documented.Count => ServiceAccount.Documented[position] with { Id = match.Groups[1].Value },
            _ => throw Wrong(name, value, "an account with a key: only the first two can do without"),
        };
    }

    public static OptionException Unknown(string name) => new($"{name} is not an option; --help lists them.");

    public static OptionException Wrong(string name, string value, string expected) =>
        new($"{name} can't be '{value}': it takes {expected}.");

    [GeneratedRegex(@"\A([0-9]{12})(?::(\w+):(.+))?\z")]
    private static partial Regex AccountForm();
}
