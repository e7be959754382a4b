using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using LocalBedrock;
using LocalBedrock.Options;

namespace BedrockJobs.Aws.Tests.Http;

/// <summary>Signatures, which LocalBedrock checks with the path that it receives.</summary>
public sealed class SentPathSigningTests : IAsyncLifetime
{
    private static readonly Gen<string> Path = Gen.String[Gen.Char["ab/ %+:;@&=$,!'()*~-_.\u00e9\u4e16"], 0, 12];

    private LocalServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        SentPathSigning.Register();
        _server = await LocalServer.StartAsync(new ServerOptions { Jobs = 1, PathPrefixes = ["/stage"] }, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_signature_of_a_listing_covers_any_endpoint_path() =>
        await Path.SampleAsync(async path => Assert.NotEqual("InvalidSignatureException", await ErrorOfListing("/" + path)), iter: 300);

    [Fact]
    public async Task The_signature_of_a_request_for_a_job_matches_for_any_identifier() =>
        await Path.Where(identifier => identifier.Trim('.', '/').Length > 0).SampleAsync(
            async identifier =>
            {
                using var client = Client("/stage");
                var error = await ErrorOf(() => client.GetModelCustomizationJobAsync(
                    new GetModelCustomizationJobRequest { JobIdentifier = identifier }));
                Assert.NotEqual("InvalidSignatureException", error);
            },
            iter: 300);

    [Fact]
    public async Task An_arn_is_found_below_a_path()
    {
        using var client = Client("/stage/");
        var cancellation = TestContext.Current.CancellationToken;
        var jobs = await client.ListModelCustomizationJobsAsync(new ListModelCustomizationJobsRequest(), cancellation);
        var arn = jobs.ModelCustomizationJobSummaries![0].JobArn;

        var job = await client.GetModelCustomizationJobAsync(new GetModelCustomizationJobRequest { JobIdentifier = arn }, cancellation);

        Assert.Equal(arn, job.JobArn);
    }

    private async Task<string?> ErrorOfListing(string path)
    {
        using var client = Client(path);
        return await ErrorOf(() => client.ListModelCustomizationJobsAsync(new ListModelCustomizationJobsRequest()));
    }

    // A request below an unknown path is rejected, but only after its signature was found valid.
    private static async Task<string?> ErrorOf(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (AmazonServiceException refusal)
        {
            return refusal.ErrorCode;
        }
    }

    private AmazonBedrockClient Client(string path) => new(
        ServiceAccount.First.AccessKeyId,
        ServiceAccount.First.SecretAccessKey,
        new AmazonBedrockConfig
        {
            ServiceURL = _server.Address + path,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new TransportClientFactory(
                Transport.For(caBundle: null, ProxyVariables.None), ReplyReader.LongestPage),
        });
}
