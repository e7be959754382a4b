using System.Security;

namespace BedrockJobs.Input;

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
