namespace BedrockJobs.Waiting;

/// <summary>The phase of a job that is in progress: validation, data processing, or training.</summary>
internal static class CurrentPhase
{
    /// <returns>
    /// The display name of the phase; null if the job has ended or the service doesn't return the phases.
    /// </returns>
    public static string? Of(CustomizationJob job)
    {
        if (job.HasEnded || job.StatusDetails is not { } details)
        {
            return null;
        }

        return IsInProgress(details.TrainingDetails) ? SR.PartTraining
            : IsInProgress(details.DataProcessingDetails) ? SR.PartDataProcessing
            : IsInProgress(details.ValidationDetails) ? SR.PartValidation
            : null;
    }

    private static bool IsInProgress(CustomizationJobSubtask? phase) =>
        string.Equals(phase?.Status, JobStatus.InProgress, StringComparison.OrdinalIgnoreCase)
        || string.Equals(phase?.Status, JobStatus.Stopping, StringComparison.OrdinalIgnoreCase);
}
