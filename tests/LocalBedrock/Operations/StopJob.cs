namespace LocalBedrock.Operations;

/// <summary>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html</summary>
internal sealed class StopJob : IOperation
{
    public string Name => "StopModelCustomizationJob";

    public bool Handles(string method, IReadOnlyList<string> path) => method == "POST" && JobPath.IsStop(path);

    public ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now)
    {
        var job = JobPath.FindJob(request, JobQueryShapes.StopModelCustomizationJobRequest, shelf);
        if (!job.TryStop(now))
        {
            throw new ServiceException(
                ErrorTypes.Conflict, $"The job {job.Name} can't be stopped because its status is {job.StatusAt(now)}.");
        }

        return ApiReply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });
    }
}
