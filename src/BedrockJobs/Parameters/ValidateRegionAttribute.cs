using System;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>The form of a Region's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateRegionAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (ConnectionRules.FaultOfRegion(element?.ToString() ?? string.Empty) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
