namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Makes a server return one response to every request, and sends it requests.</summary>
internal static class ReplyCase
{
    public const string JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-customization-job/a:0:4k/abcdefghij12";

    /// <summary>A summary with all required members.</summary>
    public const string Summary =
        $$"""{"jobArn":"{{JobArn}}","jobName":"a","status":"Completed","baseModelArn":"b","creationTime":"2026-01-02T03:04:05Z"}""";

    public static string PageOf(params string[] summaries) =>
        $$"""{"modelCustomizationJobSummaries":[{{string.Join(',', summaries)}}]}""";

    public static Task<JobPage> ListAsync(string body) => ListAsync(Reply.Json(body));

    public static Task<JobPage> ListAsync(Reply reply) => AskAsync(reply, List);

    /// <summary>The error that ends a listing.</summary>
    public static Task<BedrockRequestException> FailListAsync(Reply reply) => FailAsync(reply, List);

    /// <summary>The error that ends a request.</summary>
    public static Task<BedrockRequestException> FailAsync<T>(Reply reply, Func<IBedrockService, Task<T>> ask) =>
        Assert.ThrowsAsync<BedrockRequestException>(() => AskAsync(reply, ask));

    public static async Task<T> AskAsync<T>(Reply reply, Func<IBedrockService, Task<T>> ask)
    {
        await using var server = new LoopbackServer(reply);
        using var service = TestService.At(server.Url);
        return await ask(service);
    }

    public static Task<JobPage> List(IBedrockService service) =>
        Within(service.ListJobsAsync(new JobQuery { PageSize = 1000 }, TestContext.Current.CancellationToken));

    public static Task<CustomizationJobDetail> Get(IBedrockService service) =>
        Within(service.GetJobAsync(JobArn, TestContext.Current.CancellationToken));

    public static Task<string?> Stop(IBedrockService service) =>
        Within(service.StopJobAsync(JobArn, TestContext.Current.CancellationToken));

    // A reader that never ends can't be canceled.
    private static Task<T> Within<T>(Task<T> asking) =>
        asking.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
