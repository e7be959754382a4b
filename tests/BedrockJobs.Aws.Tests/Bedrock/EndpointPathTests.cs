using LocalBedrock;
using LocalBedrock.Options;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Signatures, which LocalBedrock checks with the path that it receives.</summary>
public sealed class EndpointPathTests : IAsyncLifetime
{
    private LocalServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await LocalServer.StartAsync(new ServerOptions { Jobs = 1, PathPrefixes = ["/stage"] }, TimeProvider.System);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_signature_of_a_listing_matches_for_every_endpoint_path_that_is_accepted() =>
        await Gen.String[Gen.Char["abcdefgh0123456789//..-_~ %+:@$"], 0, 6].Select(path => "/" + path).SampleAsync(
            async path => Assert.NotEqual("InvalidSignatureException", await ErrorOfListing(path)), iter: 1000);

    [Fact]
    public async Task The_signature_of_a_request_for_a_job_matches_for_any_identifier() =>
        await Gen.String[Gen.Char["ab/ %+:;@&=$,!'()*~-_.\u00e9\u4e16"], 0, 12].Where(identifier => identifier.Trim('.', '/').Length > 0).SampleAsync(
            async identifier =>
            {
                using var service = Connect("/stage");
                var failure = await Record.ExceptionAsync(() => service.GetJobAsync(identifier, TestContext.Current.CancellationToken));
                Assert.NotEqual("InvalidSignatureException", (failure as BedrockRequestException)?.ErrorCode);
            },
            iter: 300);

    [Fact]
    public async Task An_ARN_is_found_below_a_path()
    {
        using var service = Connect("/stage/");
        var page = await service.ListJobsAsync(new JobQuery(), TestContext.Current.CancellationToken);
        var job = await service.GetJobAsync(page.Jobs[0].JobArn, TestContext.Current.CancellationToken);

        Assert.Equal(page.Jobs[0].JobArn, job.JobArn);
    }

    // A request below an unknown path is rejected, but only after its signature was found valid.
    private async Task<string?> ErrorOfListing(string path)
    {
        if (ConnectionRules.FaultOfEndpoint(_server.Address + path) is not null)
        {
            return null;
        }

        using var service = Connect(path);
        var failure = await Record.ExceptionAsync(() => service.ListJobsAsync(new JobQuery(), TestContext.Current.CancellationToken));
        return (failure as BedrockRequestException)?.ErrorCode;
    }

    private IBedrockService Connect(string path)
    {
        using var settings = new AwsSettings("AWS_MAX_ATTEMPTS=1");
        return AwsSettings.Connect(new ConnectionSettings
        {
            Region = "us-east-1",
            EndpointUrl = _server.Address + path,
            Credential = () => new AccessKey(ServiceAccount.First.AccessKeyId, ServiceAccount.First.SecretAccessKey, SessionToken: null),
        });
    }
}
