namespace LocalBedrock.Tests;

public sealed class ModelConformanceTests
{
    private static readonly StructureShape[] Inputs =
    [
        JobQueryShapes.ListModelCustomizationJobsRequest,
        JobQueryShapes.GetModelCustomizationJobRequest,
        JobQueryShapes.StopModelCustomizationJobRequest,
    ];

    [Fact]
    public void Inputs_have_the_constraints_of_the_model()
    {
        var model = ServiceModel.LoadOrSkip();
        Shape[] shapes = [.. Inputs.SelectMany(WithParts).DistinctBy(s => s.Name)];
        Assert.Equal(shapes.Select(s => model.Describe(s.Name)), shapes.Select(ServiceModel.Describe));
    }

    [Fact]
    public void Errors_have_the_statuses_of_the_model()
    {
        var model = ServiceModel.LoadOrSkip();
        Assert.All(model.Errors, e => Assert.Equal(e.Status, ErrorTypes.Statuses[e.Name]));
    }

    [Fact]
    public void Operations_have_the_methods_and_paths_of_the_model()
    {
        var model = ServiceModel.LoadOrSkip();
        IOperation[] operations = [new ListJobs(), new GetJob(), new StopJob()];
        Assert.All(operations, operation =>
        {
            var http = model.Operation(operation.Name).GetProperty("http");
            var path = http.GetProperty("requestUri").GetString()!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(operation.Handles(http.GetProperty("method").GetString()!, path));
        });
    }

    [Fact]
    public async Task Responses_about_generated_jobs_match_the_model()
    {
        var model = ServiceModel.LoadOrSkip();
        await using var service = await RunningService.StartAsync(RunningService.Empty with { Jobs = 200 });
        var pages = await service.PagesAsync(("maxResults", "90"));
        Assert.All(pages, p => Assert.Empty(model.Complaints("ListModelCustomizationJobsResponse", p.Json)));

        foreach (var name in pages.SelectMany(p => p.Names))
        {
            var detail = await service.GetAsync(RunningService.JobPath(name));

            // In the model, a base model is always a foundation model, but jobs can also customize custom models.
            Assert.DoesNotContain(
                model.Complaints("GetModelCustomizationJobResponse", detail.Json),
                c => !c.Contains(":custom-model/", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Shape> WithParts(StructureShape shape) => [shape, .. shape.Members.Select(m => m.Shape)];
}
