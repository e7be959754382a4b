namespace BedrockJobs.Input;

/// <summary>
/// Converts a time in ISO 8601 format, independent of the calendar of the session's culture, and a DateTimeOffset.
/// Text that PowerShell converts to a DateTime still works.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeTransformationAttribute : ArgumentTransformationAttribute
{
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
        return input switch
        {
            DateTimeOffset time => time.UtcDateTime,
            string text when DateTime.TryParseExact(
                text.Trim(), Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
            null or DateTime => inputData,
            string when LanguagePrimitives.TryConvertTo(input, typeof(DateTime), CultureInfo.CurrentCulture, out var time) => time,

            // PowerShell takes a number for ticks, and so for a time in the year 1.
            _ => throw new ArgumentTransformationMetadataException(string.Format(
                CultureInfo.CurrentCulture, SR.InvalidTime, PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(input)))),
        };
    }
}
