using System.Security;

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

/// <summary>
/// Passes credentials of another AWS SDK through unchanged. Other values are converted like any PowerShell credential:
/// for a user name alone, which is an access key ID here, PowerShell prompts for the password.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var credential = given is string ? new CredentialAttribute().Transform(engineIntrinsics, given) : given;
        return credential is not null && GivenCredential.FaultOf(credential) is { } fault
            ? throw new ArgumentTransformationMetadataException(fault)
            : credential;
    }
}

/// <summary>Refuses a session token in plain text without repeating it, which PowerShell does.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SessionTokenTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null or SecureString or PSObject { BaseObject: SecureString }
            ? inputData
            : throw new ArgumentTransformationMetadataException(SR.SessionTokenType);
}

/// <summary>Requires a session token that can be sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateSessionTokenAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is SecureString token && GivenCredential.FaultOf(token) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
