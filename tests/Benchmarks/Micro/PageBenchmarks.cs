using BedrockJobs.Aws.Bedrock;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>Reads jobs from the body of a response.</summary>
public class PageBenchmarks
{
    private readonly byte[] _json = SamplePage.Json();

    [Benchmark(Description = "ListReply.Read, 1,000 jobs")]
    public object Read() => ListReply.Read(_json, requestId: null, out _);
}
