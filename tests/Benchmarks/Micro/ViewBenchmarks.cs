using BedrockJobs.Display;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>The cells of a job's views.</summary>
public class ViewBenchmarks
{
    private readonly CustomizationJob _job = new()
    {
        Status = JobStatus.Completed,
        CreationTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local),
        EndTime = new DateTime(2026, 1, 2, 6, 16, 5, DateTimeKind.Local),
        CustomizationType = "FINE_TUNING",
        BaseModelArn = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0:200k",
    };

    [Benchmark(Description = "PrintableText.From, plain text")]
    public string Plain() => PrintableText.From("train-sentiment-000000000500");

    [Benchmark(Description = "PrintableText.From, text with an escape")]
    public string Unsafe() => PrintableText.From("train-\u001B[31msentiment-00000500");

    [Benchmark(Description = "JobView.Cell, Status")]
    public string? Status() => JobView.Cell(_job, "Status");

    [Benchmark(Description = "JobView.Cell, Created")]
    public string? Created() => JobView.Cell(_job, "Created");

    [Benchmark(Description = "JobView.Cell, Duration")]
    public string? Duration() => JobView.Cell(_job, "Duration");

    [Benchmark(Description = "JobView.Cell, Type")]
    public string? Type() => JobView.Cell(_job, "Type");

    [Benchmark(Description = "JobView.Cell, BaseModel")]
    public string? BaseModel() => JobView.Cell(_job, "BaseModel");
}
