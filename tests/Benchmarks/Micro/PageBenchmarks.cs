using Amazon.Bedrock.Model;
using BedrockJobs.Aws;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>From a reply's body to jobs.</summary>
public class PageBenchmarks
{
    private byte[] _json = [];
    private ListModelCustomizationJobsResponse _response = new();

    [GlobalSetup]
    public void Setup()
    {
        _json = SamplePage.Json();
        _response = PageReader.Read(_json);
    }

    [Benchmark(Description = "Unmarshall a page of 1,000 jobs")]
    public object Unmarshall() => PageReader.Read(_json);

    [Benchmark(Description = "ListingMapper.FromSdk, 1,000 jobs")]
    public object Map() => ListingMapper.FromSdk(_response, profileName: null);
}
