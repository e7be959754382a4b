using System;
using System.Text.RegularExpressions;

namespace LocalBedrock.Validation;

/// <summary>
/// A pattern of a service model as a regular expression of .NET. The models mean the whole of a value and write for
/// Java, whose <c>\d</c> and <c>\s</c> are ASCII.
/// </summary>
internal static class JavaPattern
{
    private const string Space = @"\t\n\v\f\r\x20";

    public static Regex ForWhole(string pattern)
    {
        string translated = pattern
            .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
            .Replace(@"\S", $"[^{Space}]", StringComparison.Ordinal)
            .Replace(@"\s", Space, StringComparison.Ordinal);

        // A job name's pattern would take a backtracking engine forever on a value that nearly fits.
        return new Regex($@"\A(?:{translated})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
