using System.Security;

namespace BedrockJobs.Input;

/// <summary>Refuses a session token in plain text without repeating it, which PowerShell does.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SessionTokenTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null or SecureString or PSObject { BaseObject: SecureString }
            ? inputData
            : throw new ArgumentTransformationMetadataException(SR.SessionTokenType);
}
