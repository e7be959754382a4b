namespace BedrockJobs.Errors;

/// <summary>The failure for a job that none of several places has.</summary>
internal static class MissingJob
{
    /// <param name="jobIdentifier">The name or ARN of the job.</param>
    /// <param name="places">The names of the places.</param>
    public static BedrockRequestException In(string jobIdentifier, IEnumerable<string> places) => new(
        BedrockErrorId.JobNotFound,
        Operation.Get(jobIdentifier, string.Join(", ", places)),
        detail: null);
}
