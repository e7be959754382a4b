namespace BedrockJobs.Input;

/// <summary>
/// Requires a name or a valid wildcard pattern. PowerShell detects an invalid pattern only when it matches.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNamePatternAttribute : ValidateEnumeratedArgumentsAttribute
{
    // Many times the length of a job's name. A row of wildcards takes the longer to match the longer it is.
    private const int Longest = 1000;

    protected override void ValidateElement(object element)
    {
        var text = element?.ToString();
        if (string.IsNullOrEmpty(text))
        {
            throw new ValidationMetadataException(SR.EmptyName);
        }

        TooLong.Refuse(text!, Longest);
        try
        {
            WildcardPattern.Get(text, WildcardOptions.None).IsMatch(string.Empty);
        }
        catch (WildcardPatternException)
        {
            throw new ValidationMetadataException(string.Format(CultureInfo.CurrentCulture, SR.InvalidNamePattern, PrintableText.Quoted(text)));
        }
    }
}
