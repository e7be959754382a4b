using System.Management.Automation;
using BedrockJobs.Identity;

namespace BedrockJobs.Parameters;

/// <summary>
/// Takes credentials of another AWS SDK as they are, and all else as PowerShell takes a credential: a user name alone, here
/// an access key id, has it ask for the rest.
/// </summary>
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
