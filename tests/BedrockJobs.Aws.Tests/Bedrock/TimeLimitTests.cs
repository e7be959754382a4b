using System.Net.Sockets;
using Amazon.Bedrock;

namespace BedrockJobs.Aws.Tests.Bedrock;

public sealed class TimeLimitTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_response_that_stalls_ends_at_the_time_limit()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = SendHalfAReplyAsync(listener, TestContext.Current.CancellationToken);
        using var service = Connect(listener, TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => service.ListJobsAsync(
            new JobQuery { PageSize = 1 }, TestContext.Current.CancellationToken));

        Assert.Equal(BedrockErrorId.RequestTimedOut, failure.ErrorId);
        (await serving).Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancellation_is_not_a_failure()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var service = Connect(listener, TimeSpan.FromMinutes(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.ListJobsAsync(new JobQuery { PageSize = 1 }, stop.Token));
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(2, 150)]
    [InlineData(9, 500)]
    public void The_time_limit_increases_with_the_allowed_retries(int retries, int seconds)
    {
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            BedrockConfiguration.LimitOfRequest(new AmazonBedrockConfig { MaxErrorRetry = retries }));
    }

    [Fact]
    public void The_time_limit_never_exceeds_the_maximum_of_a_timer()
    {
        var limit = BedrockConfiguration.LimitOfRequest(new AmazonBedrockConfig { MaxErrorRetry = int.MaxValue });

        using var timer = new CancellationTokenSource(limit);
        Assert.False(timer.IsCancellationRequested);
    }

    private static BedrockService Connect(TcpListener listener, TimeSpan timeLimit) =>
        TestService.At($"http://{listener.LocalEndpoint}", limit: timeLimit);

    private static async Task<TcpClient> SendHalfAReplyAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var client = await listener.AcceptTcpClientAsync(cancellationToken);
        var half = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{");
        await client.GetStream().WriteAsync(half, cancellationToken);
        return client;
    }
}
