namespace BedrockJobs.Input;

/// <summary>Refuses a value for its length alone.</summary>
internal static class TooLong
{
    /// <param name="text">The value.</param>
    /// <param name="longest">How many characters it may have.</param>
    /// <exception cref="ValidationMetadataException">It has more.</exception>
    public static void Refuse(string text, int longest)
    {
        if (text.Length > longest)
        {
            throw new ValidationMetadataException(
                string.Format(CultureInfo.CurrentCulture, SR.TooLong, PrintableText.Quoted(text), text.Length, longest));
        }
    }
}
