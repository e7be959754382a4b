using Amazon.Bedrock.Model;
using BedrockJobs.Aws.Bedrock;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>Reads jobs from the body of a response.</summary>
public class PageBenchmarks
{
    private byte[] _json = [];
    private ListModelCustomizationJobsResponse _response = new();

    [GlobalSetup]
    public void Setup()
    {
        _json = SamplePage.Json();
        _response = ListReply.Read(_json);
    }

    [Benchmark(Description = "ListReply.Read, 1,000 jobs")]
    public object Unmarshall() => ListReply.Read(_json);

    [Benchmark(Description = "ListingMapper.FromSdk, 1,000 jobs")]
    public object Map() => ListingMapper.FromSdk(_response, profileName: null);
}
