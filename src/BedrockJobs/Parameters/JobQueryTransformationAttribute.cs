using System;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>Takes a query that was saved, or that comes from another session, for the query that it was.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobQueryTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject { BaseObject: not JobQuery } saved && QueryObjects.IsQuery(saved)
            ? QueryObjects.ToQuery(saved)
            : inputData;
}
