namespace LocalBedrock.Tests;

public sealed class TemporaryKeyTests : IAsyncLifetime
{
    private const string Issuer = "the issuer's secret";
    private const string Account = "444455556666";
    private const string Principal = "arn:aws:sts::444455556666:assumed-role/trainer/me|too";
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(
        RunningService.Empty with { Jobs = 3, KeyIssuer = Issuer });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_key_of_the_issuer_is_accepted_for_its_account()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, Signer(Key()));
        Assert.Equal(200, reply.Status);
        Assert.All(reply.Jobs, j => Assert.Contains(Account, j.GetProperty("jobArn").GetString(), StringComparison.Ordinal));
        Assert.Equal(Account, Assert.Single(await _service.LogAsync()).GetProperty("account").GetString());
    }

    [Fact]
    public async Task An_expired_key_is_rejected_as_expired()
    {
        var reply = await _service.GetAsync(RunningService.Jobs, Signer(Key(expires: DateTime.UtcNow.AddSeconds(-1))));
        reply.AssertError(403, "ExpiredTokenException");
        Assert.Equal("The security token included in the request is expired", reply.Message);
    }

    [Fact]
    public async Task A_key_of_another_issuer_is_rejected() =>
        (await _service.GetAsync(RunningService.Jobs, Signer(Key(issuer: "another")))).AssertError(403, "UnrecognizedClientException");

    [Fact]
    public async Task A_key_of_an_unknown_account_is_rejected() =>
        (await _service.GetAsync(RunningService.Jobs, Signer(Key(account: "777788889999")))).AssertError(403, "UnrecognizedClientException");

    [Fact]
    public async Task A_token_is_valid_only_with_its_key_id()
    {
        var signer = Signer(Key()) with { AccessKeyId = "ASIAEXAMPLE000000002" };
        (await _service.GetAsync(RunningService.Jobs, signer)).AssertError(403, "UnrecognizedClientException");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no Base64")]
    [InlineData("AAAA")]
    public async Task An_invalid_token_is_rejected(string? token) =>
        (await _service.GetAsync(RunningService.Jobs, Signer(Key()) with { SessionToken = token }))
            .AssertError(403, "UnrecognizedClientException");

    [Fact]
    public async Task A_wrong_secret_is_rejected() =>
        (await _service.GetAsync(RunningService.Jobs, Signer(Key()) with { Secret = "wrong" }))
            .AssertError(403, "InvalidSignatureException");

    private static TemporaryKey Key(string issuer = Issuer, string account = Account, DateTime? expires = null) =>
        new TemporaryKeys(issuer).Issue(1, account, Principal, expires ?? DateTime.UtcNow.AddMinutes(5));

    private static RequestSigner Signer(TemporaryKey key) => new(key.AccessKeyId, key.SecretAccessKey, key.SessionToken);
}
