using System.Text.RegularExpressions;

namespace BedrockJobs.Input;

/// <summary>
/// Converts a time in ISO 8601 format, independent of the calendar of the session's culture, and a DateTimeOffset.
/// Text that PowerShell converts to a DateTime still works. If its year is one without jobs, it was probably read with
/// another calendar: the Thai year 2026 is 1483.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeTransformationAttribute : ArgumentTransformationAttribute
{
    private const int FirstYear = 2015;
    private const int LastYear = 2100;

    private static readonly string[] Iso8601 =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var input = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        var converted = Convert(input);
        return input is string && converted is DateTime { Year: < FirstYear or > LastYear } time
            ? throw new ArgumentTransformationMetadataException(SR.InvalidYear.With(
                PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(input)),
                time.Year.ToString(CultureInfo.InvariantCulture),
                CultureInfo.CurrentCulture.Calendar.GetType().Name,
                FirstYear,
                LastYear))
            : converted;
    }

    private static object? Convert(object? input)
    {
        return input switch
        {
            DateTimeOffset time => time.UtcDateTime,
            string text when DateTime.TryParseExact(
                text.Trim(), Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
            null or DateTime => input,
            string when LanguagePrimitives.TryConvertTo(input, typeof(DateTime), CultureInfo.CurrentCulture, out var time) => time,

            // PowerShell takes a number for ticks, and so for a time in the year 1.
            _ => throw new ArgumentTransformationMetadataException(SR.InvalidTime.With(
                PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(input)))),
        };
    }
}

/// <summary>
/// Converts time spans with units: <c>90m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>, <c>1d12h</c>. Everything else that
/// PowerShell converts to a TimeSpan still works, except that a number without a unit is seconds, as in Wait-Job, or isn't
/// valid: PowerShell would take it for ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeSpanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>About a hundred years.</summary>
    public const string Longest = "36500.00:00:00";

    private static readonly Regex Parts = new(
        @"^\s*(?:(?<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?<unit>[smhdwSMHDW])\s*)+$",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Seconds = new(@"^\s*[0-9]{1,9}(?:\.[0-9]{1,6})?\s*$", RegexOptions.CultureInvariant);

    private readonly TimeSpan _least;
    private readonly TimeSpan _most;
    private readonly string _message;

    /// <param name="most">The longest valid time span.</param>
    /// <param name="message">The name of the error message, which has a placeholder for the value.</param>
    public TimeSpanTransformationAttribute(string least, string most, string message)
    {
        _least = TimeSpan.Parse(least, CultureInfo.InvariantCulture);
        _most = TimeSpan.Parse(most, CultureInfo.InvariantCulture);
        _message = message;
    }

    /// <summary>Whether a number without a unit is in seconds.</summary>
    public bool TakesSeconds { get; init; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // PowerShell parses 7d as the decimal 7 and 45s as the short 45. Conversion to string is how to get the
        // original text.
        var text = LanguagePrimitives.ConvertTo<string>(inputData);
        var span = (inputData as PSObject)?.BaseObject is TimeSpan wrapped ? wrapped
            : inputData is TimeSpan given ? given
            : Read(text);
        return span >= _least && span <= _most
            ? span
            : throw new ArgumentTransformationMetadataException(TextAttributes.Message(_message, PrintableText.Quoted(text)));
    }

    private TimeSpan? Read(string text)
    {
        if (TakesSeconds && Seconds.IsMatch(text))
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
        return seconds <= _most.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
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
