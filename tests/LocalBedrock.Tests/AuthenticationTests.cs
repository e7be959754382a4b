namespace LocalBedrock.Tests;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(RunningService.Empty with
    {
        Jobs = 3,
        Regions = ["us-east-1", "eu-west-1"],
        BearerKey = "bedrock-api-key-example",
    });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_request_without_authorization_is_rejected() => (await _service.SendUnsignedAsync(HttpMethod.Get, RunningService.Jobs))
        .AssertError(403, "MissingAuthenticationTokenException");

    [Fact]
    public async Task An_unknown_key_is_rejected()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { AccessKeyId = "AKIAUNKNOWN" });
        reply.AssertError(403, "UnrecognizedClientException");
        Assert.Equal("The security token included in the request is invalid.", reply.Message);
    }

    [Fact]
    public async Task A_wrong_secret_is_rejected()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Secret = "wrong" });
        reply.AssertError(403, "InvalidSignatureException");
        Assert.StartsWith("The request signature we calculated does not match", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_differs_from_the_signed_one_is_rejected()
    {
        var reply = await _service.SendAsync(
            HttpMethod.Post, RunningService.Jobs, "{}", tamper: r => r.Content = new StringContent("{ }"));
        reply.AssertError(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_query_that_differs_from_the_signed_one_is_rejected()
    {
        var reply = await _service.SendAsync(
            HttpMethod.Get,
            $"{RunningService.Jobs}?maxResults=1",
            tamper: r => r.RequestUri = new Uri($"{_service.Address}{RunningService.Jobs}?maxResults=2"));
        reply.AssertError(403, "InvalidSignatureException");
    }

    [Fact]
    public async Task An_unsigned_amz_header_is_rejected()
    {
        var reply = await _service.SendAsync(
            HttpMethod.Get, RunningService.Jobs, tamper: r => r.Headers.Add("X-Amz-Target", "elsewhere"));
        reply.AssertError(403, "InvalidSignatureException");
        Assert.Contains("x-amz-target", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/bedrock/aws4_request", "'Signature'", "'SignedHeaders'")]
    [InlineData("AWS4-HMAC-SHA256", "'Credential'", "'SignedHeaders'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/us-east-1, SignedHeaders=host, Signature=0", "exactly 5", "A/us-east-1")]
    [InlineData("AWS4-OTHER Credential=A/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=0", "algorithm", "AWS4-OTHER")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=0", "'X-Amz-Date'", "'Date'")]
    public async Task A_malformed_authorization_is_rejected_with_the_missing_part(string authorization, string told, string alsoTold)
    {
        var reply = await _service.SendUnsignedAsync(HttpMethod.Get, RunningService.Jobs, authorization: authorization);
        reply.AssertError(400, "IncompleteSignatureException");
        Assert.Contains(told, reply.Message, StringComparison.Ordinal);
        Assert.Contains(alsoTold, reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-6, "Signature expired: ")]
    [InlineData(6, "Signature not yet current: ")]
    public async Task A_request_with_a_wrong_time_is_rejected(int minutes, string message)
    {
        var reply = await _service.GetAsync(
            RunningService.Jobs, RequestSigner.First with { Time = DateTime.UtcNow.AddMinutes(minutes) });
        reply.AssertError(403, "InvalidSignatureException");
        Assert.StartsWith(message, reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task A_small_clock_difference_is_accepted(int minutes)
    {
        var reply = await _service.GetAsync(
            RunningService.Jobs, RequestSigner.First with { Time = DateTime.UtcNow.AddMinutes(minutes) });
        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task A_region_that_is_not_served_is_rejected()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Region = "ap-south-1" });
        reply.AssertError(403, "InvalidSignatureException");
        Assert.Equal("Credential should be scoped to a valid region.", reply.Message);
    }

    [Fact]
    public async Task The_scope_of_another_service_is_rejected()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Service = "s3" });
        reply.AssertError(403, "InvalidSignatureException");
        Assert.Equal("Credential should be scoped to correct service: 'bedrock'.", reply.Message);
    }

    [Fact]
    public async Task A_long_lived_key_has_no_session_token()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { SessionToken = "token" });
        reply.AssertError(403, "UnrecognizedClientException");
    }

    [Fact]
    public async Task The_api_key_is_accepted_as_bearer()
    {
        var reply = await _service.SendUnsignedAsync(
            HttpMethod.Get, RunningService.Jobs, authorization: "Bearer bedrock-api-key-example");
        Assert.Equal(200, reply.Status);
        Assert.Equal((await _service.ListAsync()).Text, reply.Text);
        var entry = (await _service.LogAsync())[0];
        Assert.Equal("us-east-1", entry.GetProperty("region").GetString());
        Assert.Equal("111122223333", entry.GetProperty("account").GetString());
    }

    [Fact]
    public async Task Another_api_key_is_rejected()
    {
        var reply = await _service.SendUnsignedAsync(HttpMethod.Get, RunningService.Jobs, authorization: "Bearer other");
        reply.AssertError(403, "AccessDeniedException");
    }

    [Fact]
    public async Task Each_account_has_its_own_jobs_in_each_region()
    {
        var here = (await _service.GetAsync(RunningService.Jobs)).Text;
        var elsewhere = (await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Region = "eu-west-1" })).Text;
        var anothers = (await _service.GetAsync(RunningService.Jobs, RequestSigner.Second)).Text;
        Assert.Contains("arn:aws:bedrock:us-east-1:111122223333:", here, StringComparison.Ordinal);
        Assert.Contains("arn:aws:bedrock:eu-west-1:111122223333:", elsewhere, StringComparison.Ordinal);
        Assert.Contains("arn:aws:bedrock:us-east-1:444455556666:", anothers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stated_payload_hash_must_be_true()
    {
        var honest = RequestSigner.First with { StatedHash = RequestSigner.Hash("") };
        Assert.Equal(200, (await _service.GetAsync(RunningService.Jobs, honest)).Status);
        var reply = await _service.GetAsync(RunningService.Jobs, honest with { StatedHash = RequestSigner.Hash("other") });
        reply.AssertError(403, "InvalidSignatureException");
        Assert.StartsWith("The request signature we calculated does not match", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_can_correct_its_clock_by_the_date_header()
    {
        await using var fast = await RunningService.StartAsync(RunningService.Empty with { Skew = TimeSpan.FromHours(2) });
        var reply = await fast.GetAsync(RunningService.Jobs);
        reply.AssertError(403, "InvalidSignatureException");
        Assert.Equal(200, (await fast.GetAsync(RunningService.Jobs, RequestSigner.First with { Time = reply.Date })).Status);
    }

    [Theory]
    [InlineData("DELETE", RunningService.Jobs)]
    [InlineData("POST", RunningService.Jobs)]
    [InlineData("GET", "/model-customization-jobs/a/b/c")]
    [InlineData("GET", "/foundation-models")]
    [InlineData("GET", "/model-customization-jobs/a/stop")]
    public async Task An_unknown_operation_is_reported(string method, string target) =>
        (await _service.SendAsync(new HttpMethod(method), target)).AssertError(404, "UnknownOperationException");
}
