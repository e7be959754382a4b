using System.Text.RegularExpressions;

namespace BedrockJobs.Input;

/// <summary>
/// Converts time spans with units: <c>90m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>, <c>1d12h</c>. Everything else that
/// PowerShell converts to a TimeSpan still works, except that a number without a unit is seconds or isn't valid.
/// </summary>
internal abstract class TimeSpanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>About a hundred years.</summary>
    protected const string Longest = "36500.00:00:00";

    private static readonly Regex Parts = new(
        @"^\s*(?:(?<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?<unit>[smhdwSMHDW])\s*)+$",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Seconds = new(@"^\s*[0-9]{1,9}(?:\.[0-9]{1,6})?\s*$", RegexOptions.CultureInvariant);

    private readonly TimeSpan _least;
    private readonly TimeSpan _most;
    private readonly bool _takesSeconds;
    private readonly Func<string> _message;

    /// <param name="least">The shortest valid time span.</param>
    /// <param name="most">The longest valid time span.</param>
    /// <param name="takesSeconds">Whether a number without a unit is in seconds.</param>
    /// <param name="message">The error message, with a placeholder for the value.</param>
    protected TimeSpanTransformationAttribute(string least, string most, bool takesSeconds, Func<string> message)
    {
        _least = TimeSpan.Parse(least, CultureInfo.InvariantCulture);
        _most = TimeSpan.Parse(most, CultureInfo.InvariantCulture);
        _takesSeconds = takesSeconds;
        _message = message;
    }

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
            : throw new ArgumentTransformationMetadataException(string.Format(CultureInfo.CurrentCulture, _message(), PrintableText.Quoted(text)));
    }

    private TimeSpan? Read(string text)
    {
        if (_takesSeconds && Seconds.IsMatch(text))
        {
            return TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
        }

        var match = Parts.Match(text);
        if (!match.Success)
        {
            return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        }

        var seconds = 0.0;
        var numbers = match.Groups["number"].Captures;
        var units = match.Groups["unit"].Captures;
        for (var i = 0; i < numbers.Count; i++)
        {
            seconds += double.Parse(numbers[i].Value, CultureInfo.InvariantCulture) * SecondsIn(units[i].Value[0]);
        }

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
