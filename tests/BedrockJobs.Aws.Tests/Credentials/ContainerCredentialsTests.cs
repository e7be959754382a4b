using System.Net.Sockets;

namespace BedrockJobs.Aws.Tests.Credentials;

public sealed class ContainerCredentialsTests : IDisposable
{
    private const string Key = """{"AccessKeyId": "key", "SecretAccessKey": "secret", "Token": "session"}""";

    private readonly AwsSettings _settings = new();
    private readonly HttpListener _agent = new();

    public ContainerCredentialsTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://{free.LocalEndpoint}/";
        free.Stop();
        _agent.Prefixes.Add(address);
        _settings.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);
    }

    public void Dispose()
    {
        _agent.Close();
        _settings.Dispose();
    }

    [Fact]
    public async Task An_agent_that_fails_once_is_asked_again()
    {
        _agent.Start();
        var answers = AnswerAsync((500, "{}"), (200, Key));

        var key = await Find().GetCredentialsAsync();

        await answers;
        Assert.Equal(("key", "secret", "session"), (key.AccessKey, key.SecretKey, key.Token));
    }

    [Fact]
    public async Task An_agent_that_breaks_off_its_reply_is_asked_again()
    {
        _agent.Start();
        var answers = BreakOffAsync();

        var key = await Find().GetCredentialsAsync();

        await answers;
        Assert.Equal("key", key.AccessKey);

        async Task BreakOffAsync()
        {
            var context = await _agent.GetContextAsync();
            context.Response.ContentLength64 = Key.Length;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Key[..10]));
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
            await AnswerAsync((200, Key));
        }
    }

    [Fact]
    public async Task An_agent_that_refuses_is_not_asked_again()
    {
        _agent.Start();
        var answers = AnswerAsync((403, "{}"));

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(Find().GetCredentialsAsync);

        await answers;
        Assert.Equal(BedrockErrorId.CredentialsNotFound, failure.ErrorId);
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_never_responds_is_an_error_at_the_time_limit()
    {
        AppContext.SetData(TimeLimit.Factor, 0.1);
        try
        {
            _agent.Start();

            var failure = await Assert.ThrowsAsync<BedrockRequestException>(Find().GetCredentialsAsync);

            Assert.Equal(BedrockErrorId.CredentialsNotFound, failure.ErrorId);
            Assert.Contains("0.2", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            AppContext.SetData(TimeLimit.Factor, null);
        }
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_an_error_that_names_the_variable()
    {
        var failure = await Assert.ThrowsAsync<BedrockRequestException>(Find().GetCredentialsAsync);

        Assert.Equal(BedrockErrorId.CredentialsNotFound, failure.ErrorId);
        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_can_not_be_read_is_an_error_that_names_the_variable()
    {
        _settings.Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", _settings.Folder);

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(Find().GetCredentialsAsync);

        Assert.Equal(BedrockErrorId.CredentialsNotFound, failure.ErrorId);
        Assert.Contains("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{_settings.Folder} cannot be read: it is a directory", failure.Message, StringComparison.Ordinal);
    }

    private static ContainerCredentials Find()
    {
        var context = TestService.Context();
        context.Enter();
        return ContainerCredentials.Find(context.Scope)!;
    }

    private async Task AnswerAsync(params (int Status, string Body)[] answers)
    {
        foreach (var (status, body) in answers)
        {
            var context = await _agent.GetContextAsync();
            context.Response.StatusCode = status;
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
        }
    }
}
