namespace BedrockJobs.Aws.Profiles;

/// <summary>Fills the placeholders of a message.</summary>
internal static class Message
{
    public static string Format(string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
