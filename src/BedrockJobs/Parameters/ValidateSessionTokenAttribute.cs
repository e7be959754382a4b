using System;
using System.Management.Automation;
using System.Security;
using BedrockJobs.Identity;

namespace BedrockJobs.Parameters;

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
