namespace BedrockJobs.Input;

/// <summary>Validates the API's constraint on nextToken.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateNextTokenAttribute : ValidateTextAttribute
{
    public ValidateNextTokenAttribute()
        : base(@"\S{1,2048}", () => SR.InvalidNextToken)
    {
    }
}
