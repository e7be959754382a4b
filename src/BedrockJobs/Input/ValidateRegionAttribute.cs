namespace BedrockJobs.Input;

/// <summary>Validates the form of a Region name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateRegionAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (ConnectionRules.FaultOfRegion(
            element?.ToString() ?? string.Empty, () => IsolatedService.Factory.Regions) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
