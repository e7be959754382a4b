namespace BedrockJobs.Input;

/// <summary>Requires an absolute http or https URL without a user name, password, or query.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateEndpointUrlAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (ConnectionRules.FaultOfEndpoint(arguments?.ToString() ?? string.Empty) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
