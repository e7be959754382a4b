using System.Collections;

namespace BedrockJobs.Input;

/// <summary>
/// Converts an object with a JobArn property to that ARN. PowerShell would convert a listed job to its name, and so to
/// a job with the same name in the Region and account that the command uses.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JobIdentifierTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // The object is for -InputObject.
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

        // PowerShell reads a name of digits, such as a date, as a number, and remembers its text.
        int or long or double or decimal or PSObject { BaseObject: int or long or double or decimal } =>
            LanguagePrimitives.ConvertTo<string>(element),
        _ => JobObjects.ToText(PSObject.AsPSObject(element)) ?? throw new ArgumentTransformationMetadataException(SR.NoJobObject),
    };
}
