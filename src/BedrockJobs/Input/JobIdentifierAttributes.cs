using System.Collections;
using System.Text.RegularExpressions;

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
        NumberInListAttribute.ThrowIfAny(input);
        return input is IEnumerable and not (string or IDictionary)
            ? ((IEnumerable)input).Cast<object?>().Select(Identifier).ToArray()
            : Identifier(inputData);
    }

    private static object? Identifier(object? element) => element switch
    {
        null or string or PSObject { BaseObject: string } => element,

        // PowerShell reads a name of digits, such as a date, as a number, and remembers its text. In a list it doesn't.
        _ when NumberInListAttribute.IsNumber(element) => LanguagePrimitives.ConvertTo<string>(element),
        _ => JobReference.TextOf(PSObject.AsPSObject(element)) ?? throw new ArgumentTransformationMetadataException(SR.NoJobObject),
    };
}

/// <summary>Refuses a number in a list of names, because PowerShell has lost its text: 007 is 7.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberInListAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ThrowIfAny((inputData as PSObject)?.BaseObject ?? inputData);
        return inputData;
    }

    public static void ThrowIfAny(object? input)
    {
        if (input is IEnumerable and not (string or IDictionary)
            && ((IEnumerable)input).Cast<object?>().FirstOrDefault(IsNumber) is { } number)
        {
            throw new ArgumentTransformationMetadataException(SR.NumberInList.With(LanguagePrimitives.ConvertTo<string>(number)));
        }
    }

    public static bool IsNumber(object? element) =>
        element is int or long or double or decimal or PSObject { BaseObject: int or long or double or decimal };
}

/// <summary>
/// Validates the API's constraint on jobIdentifier, and the Region in an ARN, because the request goes to that Region.
/// </summary>
/// <remarks>
/// The API defines the pattern of a name as <c>[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*</c>. It matches the same text but
/// takes exponential time for a series of hyphens.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateJobIdentifierAttribute : ValidateEnumeratedArgumentsAttribute
{
    private const int Longest = 1011;

    private static readonly Regex NameOrArn = new(
        @"\A(?:[a-zA-Z0-9][a-zA-Z0-9+\-.]*"
        + @"|arn:aws(?:-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-customization-job"
        + @"/[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}(?:[a-z0-9-]{1,63}\.){0,2}[a-z0-9-]{1,63}(?::[a-z0-9-]{1,63}){0,2}"
        + @"/[a-z0-9]{12})\z",
        RegexOptions.CultureInvariant);

    /// <summary>Describes what is wrong with an identifier; null if it's valid.</summary>
    public static string? FaultOf(string identifier, Func<IEnumerable<AwsRegion>> known)
    {
        if (identifier.Length > Longest || !NameOrArn.IsMatch(identifier))
        {
            return SR.InvalidJobIdentifier.With(PrintableText.Quoted(identifier));
        }

        return new JobReference(identifier).Region is { } region && ConnectionRules.FaultOfRegion(region, known) is { } fault
            ? SR.InvalidRegionInArn.With(PrintableText.Quoted(identifier), fault)
            : null;
    }

    protected override void ValidateElement(object element)
    {
        if (FaultOf(element?.ToString() ?? string.Empty, () => IsolatedService.Factory.Regions) is { } fault)
        {
            throw new ValidationMetadataException(fault);
        }
    }
}
