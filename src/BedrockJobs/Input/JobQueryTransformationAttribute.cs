namespace BedrockJobs.Input;

/// <summary>
/// Converts a query that was saved or that comes from another session back to a query. Anything else becomes text that is
/// safe to print, because the conversion error of PowerShell quotes it. An exception here would also reject the names and
/// ARNs from the pipeline, which PowerShell tries to convert to each parameter that takes pipeline input.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobQueryTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        null => null,
        _ when QueryObjects.IsQuery(inputData) => QueryObjects.ToQuery(inputData),
        _ => PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(inputData)),
    };
}
