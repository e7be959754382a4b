using System.Collections;

namespace BedrockJobs.Input;

/// <summary>Gives a known status the casing of the API, because the service compares it exactly.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StatusTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var input = (inputData as PSObject)?.BaseObject ?? inputData;
        return input is IEnumerable and not string ? ((IEnumerable)input).Cast<object?>().Select(Known).ToArray() : Known(inputData);
    }

    private static object? Known(object? element) =>
        JobStatus.OfJobs.FirstOrDefault(status => string.Equals(status, element?.ToString(), StringComparison.OrdinalIgnoreCase)) ?? element;
}

/// <summary>Requires a word. AWS might add statuses, so a list of them would refuse one that exists.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateStatusAttribute : ValidateEnumeratedArgumentsAttribute
{
    private const int Longest = 63;

    protected override void ValidateElement(object element)
    {
        var text = element?.ToString() ?? string.Empty;
        TextAttributes.ThrowIfLonger(text, Longest);
        if (text.Length == 0 || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw new ValidationMetadataException(SR.InvalidStatus.With(PrintableText.Quoted(text), string.Join(", ", JobStatus.OfJobs)));
        }
    }
}
