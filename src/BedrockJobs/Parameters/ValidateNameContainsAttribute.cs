using System;

namespace BedrockJobs.Parameters;

/// <summary>The API's constraint on nameContains.</summary>
/// <remarks>
/// The API writes the pattern as <c>[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*</c>, which matches the same texts but takes
/// exponential time on a row of hyphens.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNameContainsAttribute : ValidateTextAttribute
{
    public ValidateNameContainsAttribute()
        : base(@"[a-zA-Z0-9][a-zA-Z0-9+\-.]{0,62}", () => SR.InvalidNameContains)
    {
    }
}
