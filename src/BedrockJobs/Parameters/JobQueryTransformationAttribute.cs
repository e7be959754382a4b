using System;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>Converts a query that was saved or that comes from another session back to a query.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobQueryTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject { BaseObject: not JobQuery } saved && QueryObjects.IsQuery(saved)
            ? QueryObjects.ToQuery(saved)
            : inputData;
}
