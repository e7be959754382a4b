using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BedrockJobs.Targets;

namespace BedrockJobs.Parameters;

/// <summary>
/// Takes an object with a JobArn for the job that it stands for. As text PowerShell would take a job of a listing for its
/// name, and so for the job of that name in whatever Region and account the command asks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobIdentifierTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // It is -InputObject's.
        if (QueryObjects.IsQuery(inputData))
        {
            return inputData;
        }

        var input = (inputData as PSObject)?.BaseObject ?? inputData;
        return input is IEnumerable and not (string or IDictionary)
            ? ((IEnumerable)input).Cast<object?>().Select(Identifier).ToArray()
            : Identifier(inputData);
    }

    private static object? Identifier(object? element) => element switch
    {
        null or string or PSObject { BaseObject: string } => element,
        _ => JobObjects.ToText(PSObject.AsPSObject(element)) ?? throw new ArgumentTransformationMetadataException(SR.NoJobObject),
    };
}
