namespace BedrockJobs.Input;

/// <summary>
/// Passes credentials of another AWS SDK through unchanged. Other values are converted like any PowerShell credential:
/// for a user name alone, which is an access key ID here, PowerShell prompts for the password.
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
