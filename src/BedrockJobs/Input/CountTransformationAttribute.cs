namespace BedrockJobs.Input;

/// <summary>Takes what PowerShell takes for a whole number, and quotes what it refuses so that it is safe to print.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CountTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly int _most;

    /// <param name="most">The greatest number that is allowed, for the message.</param>
    public CountTransformationAttribute(int most)
    {
        _most = most;
    }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null
        : LanguagePrimitives.TryConvertTo(inputData, typeof(int), CultureInfo.CurrentCulture, out var count) ? count
        : throw new ArgumentTransformationMetadataException(string.Format(
            CultureInfo.CurrentCulture, SR.InvalidCount, PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(inputData)), _most));
}
