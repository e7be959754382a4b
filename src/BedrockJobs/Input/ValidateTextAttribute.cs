using System.Text.RegularExpressions;

namespace BedrockJobs.Input;

/// <summary>
/// Requires text that matches a pattern as a whole. Unlike ValidatePattern, the message describes what is allowed in
/// words.
/// </summary>
internal abstract class ValidateTextAttribute : ValidateArgumentsAttribute
{
    private readonly Regex _pattern;
    private readonly Func<string> _message;

    protected ValidateTextAttribute(string pattern, Func<string> message)
    {
        _pattern = new Regex(@"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant);
        _message = message;
    }

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = arguments?.ToString() ?? string.Empty;
        if (!_pattern.IsMatch(text))
        {
            throw new ValidationMetadataException(string.Format(CultureInfo.CurrentCulture, _message(), PrintableText.Quoted(text)));
        }
    }
}
