namespace BedrockJobs.Display;

/// <summary>
/// The cells in BedrockJobs.Format.ps1xml for a job with details, in addition to those of <see cref="JobView"/>.
/// </summary>
internal static class JobDetailView
{
    /// <summary>Returns a cell of a job, safe to print.</summary>
    /// <returns>Null if there is no cell with that name.</returns>
    public static string? Cell(CustomizationJobDetail job, string name) => name switch
    {
        nameof(CustomizationJobDetail.FailureMessage) => PrintableText.From(job.FailureMessage),
        nameof(CustomizationJobDetail.TrainingMetrics) => Line(job.TrainingMetrics),
        nameof(CustomizationJobDetail.ValidationMetrics) => PrintableText.From(string.Join("; ", job.ValidationMetrics)),
        nameof(CustomizationJobDetail.OutputModelName) => PrintableText.From(job.OutputModelName),
        nameof(CustomizationJobDetail.OutputModelArn) => PrintableText.From(job.OutputModelArn),
        nameof(CustomizationJobDetail.OutputModelKmsKeyArn) => PrintableText.From(job.OutputModelKmsKeyArn),
        nameof(CustomizationJobDetail.HyperParameters) => Line(new MemberText().Add(job.HyperParameters)),
        nameof(CustomizationJobDetail.CustomizationConfig) => Line(job.CustomizationConfig),
        nameof(CustomizationJobDetail.TrainingDataConfig) => Line(job.TrainingDataConfig),
        nameof(CustomizationJobDetail.ValidationDataConfig) => Line(job.ValidationDataConfig),
        nameof(CustomizationJobDetail.OutputDataConfig) => Line(job.OutputDataConfig),
        nameof(CustomizationJobDetail.RoleArn) => PrintableText.From(job.RoleArn),
        nameof(CustomizationJobDetail.VpcConfig) => Line(job.VpcConfig),
        nameof(CustomizationJobDetail.ClientRequestToken) => PrintableText.From(job.ClientRequestToken),
        _ => null,
    };

    private static string Line(object? part) => PrintableText.From(part?.ToString());
}
