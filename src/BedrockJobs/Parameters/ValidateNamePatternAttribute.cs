using System;
using System.Globalization;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>A name or a wildcard pattern that can be matched: PowerShell finds a broken one out only when it matches.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNamePatternAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        var text = element?.ToString();
        if (string.IsNullOrEmpty(text))
        {
            throw new ValidationMetadataException(SR.EmptyName);
        }

        try
        {
            WildcardPattern.Get(text, WildcardOptions.None).IsMatch(string.Empty);
        }
        catch (WildcardPatternException)
        {
            throw new ValidationMetadataException(string.Format(CultureInfo.CurrentCulture, SR.InvalidNamePattern, text));
        }
    }
}
