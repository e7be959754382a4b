namespace BedrockJobs.Input;

/// <summary>Validates the API's constraint on nameContains.</summary>
/// <remarks>
/// The API defines the pattern as <c>[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*</c>. It matches the same text but takes
/// exponential time for a series of hyphens.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNameContainsAttribute : ValidateTextAttribute
{
    public ValidateNameContainsAttribute()
        : base(@"[a-zA-Z0-9][a-zA-Z0-9+\-.]{0,62}", () => SR.InvalidNameContains)
    {
    }
}
