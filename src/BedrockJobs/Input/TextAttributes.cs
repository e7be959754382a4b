using System.Text.RegularExpressions;

namespace BedrockJobs.Input;

/// <summary>What the checks of text have in common.</summary>
internal static class TextAttributes
{
    /// <summary>Returns a message of SR by its name, with a value.</summary>
    public static string Message(string name, string value) =>
        string.Format(CultureInfo.CurrentCulture, SR.ResourceManager.GetString(name, SR.Culture)!, value);

    /// <exception cref="ValidationMetadataException">The text is longer.</exception>
    public static void ThrowIfLonger(string text, int longest)
    {
        if (text.Length > longest)
        {
            throw new ValidationMetadataException(
                SR.TooLong.With(PrintableText.Quoted(text), text.Length, longest));
        }
    }
}

/// <summary>
/// Requires text that matches a pattern as a whole. Unlike ValidatePattern, the message describes what is allowed in
/// words.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateTextAttribute : ValidateArgumentsAttribute
{
    private readonly Regex _pattern;
    private readonly string _message;

    /// <param name="message">The name of the error message, which has a placeholder for the text.</param>
    public ValidateTextAttribute(string pattern, string message)
    {
        _pattern = new Regex(@"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant);
        _message = message;
    }

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = arguments?.ToString() ?? string.Empty;
        if (!_pattern.IsMatch(text))
        {
            throw new ValidationMetadataException(TextAttributes.Message(_message, PrintableText.Quoted(text)));
        }
    }
}

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
        TextAttributes.ThrowIfLonger(text, Longest);
        if (text.Any(letter => letter is < ' ' or > '~'))
        {
            throw new ValidationMetadataException(
                SR.NotAscii.With(PrintableText.Quoted(text)));
        }
    }
}

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
        if (element?.ToString() is not { Length: > 0 } text)
        {
            throw new ValidationMetadataException(SR.EmptyName);
        }

        TextAttributes.ThrowIfLonger(text, Longest);
        try
        {
            WildcardPattern.Get(text, WildcardOptions.None).IsMatch(string.Empty);
        }
        catch (WildcardPatternException)
        {
            throw new ValidationMetadataException(SR.InvalidNamePattern.With(PrintableText.Quoted(text)));
        }
    }
}

/// <summary>Takes what PowerShell takes for a whole number, and quotes what it refuses so that it's safe to print.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CountTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly int _most;

    public CountTransformationAttribute(int most)
    {
        _most = most;
    }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null
        : LanguagePrimitives.TryConvertTo(inputData, typeof(int), CultureInfo.CurrentCulture, out var count) ? count
        : throw new ArgumentTransformationMetadataException(SR.InvalidCount.With(
            PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(inputData)), _most));
}
