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

    [Benchmark(Description = "Cell, Status")]
    public string Status() => ((IFormattable)_job).ToString("Status", null);

    [Benchmark(Description = "Cell, Created")]
    public string Created() => ((IFormattable)_job).ToString("Created", null);

    [Benchmark(Description = "Cell, Duration")]
    public string Duration() => ((IFormattable)_job).ToString("Duration", null);

    [Benchmark(Description = "Cell, Type")]
    public string Type() => ((IFormattable)_job).ToString("Type", null);

    [Benchmark(Description = "Cell, BaseModel")]
    public string BaseModel() => ((IFormattable)_job).ToString("BaseModel", null);
}
