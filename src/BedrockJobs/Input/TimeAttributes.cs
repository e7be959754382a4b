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

/// <summary>Accepts a <see cref="Period"/> within limits.</summary>
/// <param name="least">The shortest valid time span.</param>
/// <param name="most">The longest valid time span.</param>
/// <param name="message">The name of the error message, which has a placeholder for the value.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PeriodTransformationAttribute(string least, string most, string message) : ArgumentTransformationAttribute
{
    /// <summary>About a hundred years.</summary>
    public const string Longest = "36500.00:00:00";

    /// <summary>Whether a number without a unit is in seconds. Otherwise, it isn't valid.</summary>
    public bool TakesSeconds { get; init; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Period.Read(inputData, TakesSeconds) is { } period && period.TimeSpan >= Limit(least) && period.TimeSpan <= Limit(most)
            ? period
            : throw new ArgumentTransformationMetadataException(
                TextAttributes.Message(message, PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(inputData))));

    private static TimeSpan Limit(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
