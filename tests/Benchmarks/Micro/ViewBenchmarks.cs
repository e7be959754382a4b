using System;
using BedrockJobs.Views;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>What is shown of a job.</summary>
public class ViewBenchmarks
{
    // Held as objects, as PowerShell hands them over, so that no boxing is counted.
    private readonly object _time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);
    private readonly object _duration = TimeSpan.FromMinutes(192);

    [Benchmark(Description = "PrintableText.From, plain text")]
    public string Plain() => PrintableText.From("train-sentiment-000000000500");

    [Benchmark(Description = "PrintableText.From, text with an escape")]
    public string Unsafe() => PrintableText.From("train-\u001B[31msentiment-00000500");

    [Benchmark(Description = "JobView.Status")]
    public string Status() => JobView.Status(JobStatus.Completed, psStyle: null);

    [Benchmark(Description = "JobView.Time")]
    public string Time() => JobView.Time(_time);

    [Benchmark(Description = "JobView.Duration")]
    public string Duration() => JobView.Duration(_duration);
}
