using System;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>The form of a Region's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateRegionAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (ConnectionRules.FaultOfRegion(arguments?.ToString() ?? string.Empty) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
