namespace LocalBedrock.Operations;

/// <summary>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html</summary>
internal sealed class GetJob : IOperation
{
    public string Name => "GetModelCustomizationJob";

    public bool Handles(string method, IReadOnlyList<string> path) => method == "GET" && JobPath.IsJob(path);

    public ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now)
    {
        var job = JobPath.FindJob(request, JobQueryShapes.GetModelCustomizationJobRequest, shelf);
        return ApiReply.Json(200, json => JobJson.WriteDetail(json, job, shelf, now));
    }
}
