using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BedrockJobs.Parameters;

/// <summary>
/// Lets a time span be written as people say it: <c>90m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>, <c>1d12h</c>. What else
/// PowerShell takes for a TimeSpan still works, but for a bare number.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AgeTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    private static readonly Regex Parts = new(
        @"^\s*(?:(?<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s*(?<unit>[smhdwSMHDW])\s*)+$",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // To PowerShell 7d is the decimal 7 and 45s the short 45: only the text tells what was typed. Converting is how
        // it tells. A number that was computed has no unit, and is refused: PowerShell would take it for ticks.
        var text = LanguagePrimitives.ConvertTo<string>(inputData);
        var age = (inputData as PSObject)?.BaseObject is TimeSpan wrapped ? wrapped
            : inputData is TimeSpan span ? span
            : Read(text);

        return age > TimeSpan.Zero && age <= Longest
            ? age
            : throw new ArgumentTransformationMetadataException(
                string.Format(CultureInfo.CurrentCulture, SR.InvalidAge, text));
    }

    private static TimeSpan? Read(string text)
    {
        var match = Parts.Match(text);
        if (!match.Success)
        {
            return text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        }

        var seconds = 0.0;
        var numbers = match.Groups["number"].Captures;
        var units = match.Groups["unit"].Captures;
        for (var i = 0; i < numbers.Count; i++)
        {
            seconds += double.Parse(numbers[i].Value, CultureInfo.InvariantCulture) * SecondsIn(units[i].Value[0]);
        }

        return seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
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
