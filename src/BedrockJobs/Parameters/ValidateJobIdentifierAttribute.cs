using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BedrockJobs.Service;
using BedrockJobs.Views;

namespace BedrockJobs.Parameters;

/// <summary>The API's constraint on jobIdentifier, and on the Region of an ARN, since the request goes there.</summary>
/// <remarks>
/// The API writes the pattern of a name as <c>[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*</c>, which matches the same texts but
/// takes exponential time on a row of hyphens.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateJobIdentifierAttribute : ValidateEnumeratedArgumentsAttribute
{
    private const int Longest = 1011;

    private static readonly Regex NameOrArn = new(
        @"\A(?:[a-zA-Z0-9][a-zA-Z0-9+\-.]*"
        + @"|arn:aws(?:-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-customization-job"
        + @"/[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}(?:[a-z0-9-]{1,63}\.){0,2}[a-z0-9-]{1,63}(?::[a-z0-9-]{1,63}){0,2}"
        + @"/[a-z0-9]{12})\z",
        RegexOptions.CultureInvariant);

    protected override void ValidateElement(object element)
    {
        var text = element?.ToString() ?? string.Empty;
        if (text.Length > Longest || !NameOrArn.IsMatch(text))
        {
            throw new ValidationMetadataException(
                string.Format(CultureInfo.CurrentCulture, SR.InvalidJobIdentifier, PrintableText.From(text)));
        }

        if (Arn.Parse(text).Region is { Length: > 0 } region
            && ConnectionRules.FaultOfRegion(region, () => IsolatedService.Factory.Regions) is { } fault)
        {
            throw new ValidationMetadataException(
                string.Format(CultureInfo.CurrentCulture, SR.InvalidRegionInArn, PrintableText.From(text), fault));
        }
    }
}
