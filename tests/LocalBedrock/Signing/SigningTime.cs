namespace LocalBedrock.Signing;

/// <summary>When a request was signed.</summary>
/// <param name="Text">As it goes into the signature: 20260102T030405Z.</param>
internal sealed record SigningTime(string Text, DateTime Time)
{
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>From the header X-Amz-Date, or else from Date, which may be an HTTP date.</summary>
    /// <exception cref="ServiceException">Neither is there, or it can't be read.</exception>
    public static SigningTime Of(ApiRequest request)
    {
        var sent = request.Header("x-amz-date") ?? request.Header("date") ?? throw new ServiceException(
            ErrorTypes.IncompleteSignature,
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
            + $"Authorization={AuthorizationHeader.Algorithm}");

        foreach (var format in (ReadOnlySpan<string>)[TimestampFormat, "R"])
        {
            if (DateTime.TryParseExact(sent, format, CultureInfo.InvariantCulture, Utc, out var time))
            {
                return new SigningTime(Format(time), time);
            }
        }

        throw new ServiceException(
            ErrorTypes.IncompleteSignature,
            $"Date must be in ISO-8601 'basic format'. Got '{sent}'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    public static string Format(DateTime time) => time.ToString(TimestampFormat, CultureInfo.InvariantCulture);
}
