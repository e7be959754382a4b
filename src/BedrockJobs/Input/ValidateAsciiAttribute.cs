namespace BedrockJobs.Input;

/// <summary>
/// Allows printable ASCII only. ValidateSet uses a linguistic comparison, so it accepts a word that contains a soft
/// hyphen or a null character, which is a different word for the service.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateAsciiAttribute : ValidateEnumeratedArgumentsAttribute
{
    // ValidateSet quotes the whole of what it refuses.
    private const int Longest = 100;

    protected override void ValidateElement(object element)
    {
        var text = element?.ToString() ?? string.Empty;
        TooLong.Refuse(text, Longest);
        if (text.Any(letter => letter is < ' ' or > '~'))
        {
            throw new ValidationMetadataException(
                string.Format(CultureInfo.CurrentCulture, SR.NotAscii, PrintableText.Quoted(text)));
        }
    }
}
