namespace BedrockJobs.Waiting;

/// <summary>The part of a job that is in progress: validation, data processing, or training.</summary>
internal static class PartUnderWay
{
    /// <returns>
    /// The display name of the part; null if the job has ended or the service doesn't return the parts.
    /// </returns>
    public static string? Of(CustomizationJob job)
    {
        if (JobStatus.IsEnded(job.Status) || job.StatusDetails is not { } details)
        {
            return null;
        }

        return IsUnderWay(details.TrainingDetails) ? SR.PartTraining
            : IsUnderWay(details.DataProcessingDetails) ? SR.PartDataProcessing
            : IsUnderWay(details.ValidationDetails) ? SR.PartValidation
            : null;
    }

    private static bool IsUnderWay(CustomizationJobSubtask? part) =>
        string.Equals(part?.Status, JobStatus.InProgress, StringComparison.OrdinalIgnoreCase)
        || string.Equals(part?.Status, JobStatus.Stopping, StringComparison.OrdinalIgnoreCase);
}
