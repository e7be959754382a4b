namespace BedrockJobs.Errors;

/// <summary>Describes a request for use in messages.</summary>
internal static class OperationSubject
{
    public static string Of(string operation, string region) =>
        string.Format(CultureInfo.CurrentCulture, SR.OperationSubject, operation, region);

    public static string Of(string operation, string jobIdentifier, string region) => string.Format(
        CultureInfo.CurrentCulture, SR.JobOperationSubject, operation, PrintableText.From(jobIdentifier), region);
}
