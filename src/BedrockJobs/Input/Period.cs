using System.ComponentModel;
using System.Text.RegularExpressions;

namespace BedrockJobs;

/// <summary>
/// A time span that PowerShell converts from text with units (<c>90m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>, <c>1d12h</c>), a
/// number of seconds, or a TimeSpan. PowerShell itself would take a number for ticks. It's the type of the parameters, so that
/// mocks and wrappers of the cmdlets convert the same values: they have the parameters' types, but not their transformations.
/// </summary>
/// <param name="TimeSpan">The time span.</param>
[TypeConverter(typeof(PeriodConverter))]
public readonly record struct Period(TimeSpan TimeSpan)
{
    private static readonly Regex Parts = new(
        @"^\s*(?:(?<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?<unit>[smhdwSMHDW])\s*)+$",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Seconds = new(@"^\s*[0-9]{1,9}(?:\.[0-9]{1,6})?\s*$", RegexOptions.CultureInvariant);

    /// <summary>Converts to a TimeSpan.</summary>
    public static implicit operator TimeSpan(Period period) => period.TimeSpan;

    /// <summary>Converts from a TimeSpan.</summary>
    public static implicit operator Period(TimeSpan timeSpan) => new(timeSpan);

    /// <summary>Returns the time span in a format that converts back.</summary>
    public override string ToString() => TimeSpan.ToString("c", CultureInfo.InvariantCulture);

    /// <summary>Reads a value of a parameter; null if it isn't a period.</summary>
    internal static Period? Read(object? input, bool takesSeconds = true) => (input is PSObject wrapper ? wrapper.BaseObject : input) switch
    {
        TimeSpan span => span,
        Period period => period,

        // 7d without its original text, as in a hashtable. A wait of seven seconds would surprise.
        decimal when Seconds.IsMatch(LanguagePrimitives.ConvertTo<string>(input)) => null,

        // PowerShell parses 7d as the decimal 7 and 45s as the short 45. Conversion to string is how to get the
        // original text.
        _ => Parse(LanguagePrimitives.ConvertTo<string>(input), takesSeconds),
    };

    private static Period? Parse(string text, bool takesSeconds)
    {
        if (takesSeconds && Seconds.IsMatch(text))
        {
            return TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
        }

        var match = Parts.Match(text);
        if (!match.Success)
        {
            return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        }

        var seconds = match.Groups["number"].Captures.Zip(
            match.Groups["unit"].Captures,
            (number, unit) => double.Parse(number.Value, CultureInfo.InvariantCulture) * SecondsIn(unit.Value[0])).Sum();
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double SecondsIn(char unit) => char.ToLowerInvariant(unit) switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86400,
        _ => 604800,
    };
}
