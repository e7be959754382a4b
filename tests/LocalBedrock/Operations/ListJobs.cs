namespace LocalBedrock.Operations;

/// <summary>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html</summary>
internal sealed class ListJobs : IOperation
{
    private readonly PageTokens _tokens = new();

    public string Name => "ListModelCustomizationJobs";

    public bool Handles(string method, IReadOnlyList<string> path) => method == "GET" && JobPath.IsCollection(path);

    public ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now)
    {
        TextValidator.Validate(JobQueryShapes.ListModelCustomizationJobsRequest, request.Target.Query);
        var query = JobQuery.From(request.Target.Query);
        var start = query.NextToken is null ? null : _tokens.Read(query.NextToken, query, shelf);
        var obeyed = query.Without(request.Ignored);
        if (start is not null && request.Repeated > 0)
        {
            start = JobPage.Before(shelf.Sorted, obeyed, start, request.Repeated, now);
        }

        var page = JobPage.Of(shelf.Sorted, obeyed, start, now);

        return ApiReply.Json(200, json =>
        {
            json.WriteStartObject();
            if (page.End is not null)
            {
                json.WriteString("nextToken", _tokens.Make(page.End, query, shelf));
            }

            json.WriteStartArray("modelCustomizationJobSummaries");
            foreach (var job in page.Jobs)
            {
                JobJson.WriteSummary(json, job, now);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }) with
        {
            Items = page.Jobs.Count,
        };
    }
}
