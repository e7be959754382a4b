using System.Text.RegularExpressions;

namespace LocalBedrock.Validation;

/// <summary>
/// A pattern of a service model as a .NET regular expression. The patterns apply to the whole value and are written for
/// Java, in which <c>\d</c> and <c>\s</c> are ASCII.
/// </summary>
internal static class JavaPattern
{
    private const string Space = @"\t\n\v\f\r\x20";

    public static Regex ForWhole(string pattern)
    {
        var translated = pattern
            .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
            .Replace(@"\S", $"[^{Space}]", StringComparison.Ordinal)
            .Replace(@"\s", Space, StringComparison.Ordinal);

        // With the pattern of a job name, a backtracking engine would never finish on a value that almost matches.
        return new Regex($@"\A(?:{translated})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
