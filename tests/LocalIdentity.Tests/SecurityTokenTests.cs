using Amazon.SecurityToken.Model;

namespace LocalIdentity.Tests;

public sealed class SecurityTokenTests : IAsyncLifetime
{
    private const string Guarded = "arn:aws:iam::444455556666:role/team/guarded";
    private const string Closed = "arn:aws:iam::444455556666:role/closed";
    private const string Device = "arn:aws:iam::111122223333:mfa/device";
    private const string NotAuthorized = "User: arn:aws:iam::111122223333:user/example is not authorized to perform: sts:AssumeRole on resource: ";
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync(new Settings
    {
        Roles = new Dictionary<string, RoleRule>
        {
            [Guarded] = new() { ExternalId = "outside", MfaSerial = Device, MfaCode = "000777" },
            [Closed] = new() { Denied = true },
        },
    });

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task The_identity_of_a_key_is_returned()
    {
        var caller = await CallerAsync(RunningIdentity.Base);
        Assert.Equal(("arn:aws:iam::111122223333:user/example", "111122223333"), (caller.Arn, caller.Account));
    }

    [Fact]
    public async Task A_role_is_assumed_and_assumes_the_next()
    {
        var first = await AssumeAsync(Request(RunningIdentity.Trainer));
        Assert.Equal("arn:aws:sts::444455556666:assumed-role/trainer/me", first.AssumedRoleUser.Arn);
        Assert.InRange(first.Credentials.Expiration!.Value.ToUniversalTime(), DateTime.UtcNow.AddMinutes(59), DateTime.UtcNow.AddMinutes(61));

        var second = await AssumeAsync(Request("arn:aws:iam::777788889999:role/next"), first.Credentials);
        Assert.NotEqual(first.Credentials.AccessKeyId, second.Credentials.AccessKeyId);
        var caller = await CallerAsync(second.Credentials);
        Assert.Equal(("arn:aws:sts::777788889999:assumed-role/next/me", "777788889999"), (caller.Arn, caller.Account));
    }

    [Fact]
    public async Task A_lifetime_is_the_requested_one_unless_a_setting_overrides_it()
    {
        var request = Request(RunningIdentity.Trainer, r => r.DurationSeconds = 900);
        Assert.InRange(await LifetimeAsync(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        await _identity.SetAsync(new { lifetime = "00:00:40" });
        Assert.InRange(await LifetimeAsync(), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40));

        async Task<TimeSpan> LifetimeAsync() =>
            (await AssumeAsync(request)).Credentials.Expiration!.Value.ToUniversalTime() - DateTime.UtcNow;
    }

    [Fact]
    public async Task An_unknown_key_is_rejected() => AssertRefused(
        await FailureAsync(() => CallerAsync(new BasicAWSCredentials("AKIAUNKNOWN", "secret"))),
        HttpStatusCode.Forbidden,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.");

    [Fact]
    public async Task A_wrong_secret_is_rejected()
    {
        var failure = await FailureAsync(() => CallerAsync(new BasicAWSCredentials(RunningIdentity.KeyId, "wrong")));
        AssertRefused(failure, HttpStatusCode.Forbidden, "SignatureDoesNotMatch", failure.Message);
        Assert.StartsWith("The request signature we calculated does not match", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_key_is_rejected()
    {
        await _identity.SetAsync(new { validFor = "-00:00:01" });
        var expired = (await AssumeAsync(Request(RunningIdentity.Trainer))).Credentials;
        AssertRefused(
            await FailureAsync(() => CallerAsync(expired)),
            HttpStatusCode.Forbidden,
            "ExpiredToken",
            "The security token included in the request is expired");
    }

    [Fact]
    public async Task A_request_without_a_signature_is_rejected()
    {
        var failure = await FailureAsync(() => CallerAsync(new AnonymousAWSCredentials()));
        Assert.Equal((HttpStatusCode.Forbidden, "MissingAuthenticationToken"), (failure.StatusCode, failure.ErrorCode));
    }

    [Fact]
    public async Task A_role_can_require_an_external_id_and_a_device()
    {
        var assumed = await AssumeAsync(GuardedRequest("outside", Device, "000777"));
        Assert.Equal("arn:aws:sts::444455556666:assumed-role/guarded/me", assumed.AssumedRoleUser.Arn);
        var parameters = Assert.Single(await _identity.LogAsync()).GetProperty("parameters");
        Assert.Equal(
            ["ExternalId=outside", $"RoleArn={Guarded}", "RoleSessionName=me", $"SerialNumber={Device}"],
            parameters.EnumerateObject().Select(p => $"{p.Name}={p.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, Device, "000777", NotAuthorized + Guarded)]
    [InlineData("inside", Device, "000777", NotAuthorized + Guarded)]
    [InlineData("outside", null, null, NotAuthorized + Guarded)]
    [InlineData("outside", Device, "123456", "MultiFactorAuthentication failed with invalid MFA one time pass code. ")]
    [InlineData("outside", Device, null, "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.")]
    [InlineData("outside", "arn:aws:iam::111122223333:mfa/other", "000777", "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.")]
    public async Task A_role_is_not_issued_without_its_requirements(string? externalId, string? serial, string? code, string message) =>
        AssertRefused(
            await FailureAsync(() => AssumeAsync(GuardedRequest(externalId, serial, code))), HttpStatusCode.Forbidden, "AccessDenied", message);

    [Fact]
    public async Task A_denied_role_can_t_be_assumed() => AssertRefused(
        await FailureAsync(() => AssumeAsync(Request(Closed))), HttpStatusCode.Forbidden, "AccessDenied", NotAuthorized + Closed);

    [Theory]
    [InlineData("arn:aws:iam::444455556666:user/trainer", "me", 900, "arn:aws:iam::444455556666:user/trainer is invalid")]
    [InlineData(RunningIdentity.Trainer, "m/e", 900, "1 validation error detected: Value 'm/e' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9_+=,.@-]*")]
    [InlineData(RunningIdentity.Trainer, "me", 899, "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData(RunningIdentity.Trainer, null, 900, "1 validation error detected: Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null")]
    public async Task An_invalid_input_is_named(string role, string? session, int seconds, string message)
    {
        var request = Request(role, r => (r.RoleSessionName, r.DurationSeconds) = (session, seconds));
        AssertRefused(await FailureAsync(() => AssumeAsync(request)), HttpStatusCode.BadRequest, "ValidationError", message);
    }

    [Fact]
    public async Task A_role_assumed_by_a_role_lasts_an_hour_at_most()
    {
        var first = (await AssumeAsync(Request(RunningIdentity.Trainer))).Credentials;
        var longer = Request(RunningIdentity.Trainer, r => r.DurationSeconds = 3601);
        AssertRefused(
            await FailureAsync(() => AssumeAsync(longer, first)),
            HttpStatusCode.BadRequest,
            "ValidationError",
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
    }

    [Fact]
    public async Task A_web_identity_needs_no_key()
    {
        using var client = _identity.Sts(new AnonymousAWSCredentials());
        AssumeRoleWithWebIdentityRequest request = new()
        {
            RoleArn = RunningIdentity.Trainer,
            RoleSessionName = "me",
            WebIdentityToken = new Settings().WebIdentityToken,
        };
        var assumed = await client.AssumeRoleWithWebIdentityAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("arn:aws:sts::444455556666:assumed-role/trainer/me", (await CallerAsync(assumed.Credentials)).Arn);

        request.WebIdentityToken = "another";
        await Assert.ThrowsAsync<InvalidIdentityTokenException>(
            () => client.AssumeRoleWithWebIdentityAsync(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_operation_that_is_not_served_is_unknown()
    {
        using var client = _identity.Sts();
        var failure = await FailureAsync(
            () => client.GetSessionTokenAsync(new GetSessionTokenRequest(), TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAction"), (failure.StatusCode, failure.ErrorCode));
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_with_the_Date_header()
    {
        await _identity.SetAsync(new { skew = "-02:00:00" });
        await CallerAsync(RunningIdentity.Base);
        Assert.Equal(
            ["SignatureDoesNotMatch", null],
            (await _identity.LogAsync()).Select(e => e.GetProperty("errorType").GetString()));
    }

    [Fact]
    public async Task A_failure_can_be_configured()
    {
        await _identity.SetAsync(new { failures = new { AssumeRole = new { status = 400, errorType = "RegionDisabledException", message = "Not here." } } });
        AssertRefused(
            await FailureAsync(() => AssumeAsync(Request(RunningIdentity.Trainer))), HttpStatusCode.BadRequest, "RegionDisabledException", "Not here.");
        Assert.Equal("111122223333", (await CallerAsync(RunningIdentity.Base)).Account);
    }

    private static AssumeRoleRequest Request(string role, Action<AssumeRoleRequest>? change = null)
    {
        var request = new AssumeRoleRequest { RoleArn = role, RoleSessionName = "me" };
        change?.Invoke(request);
        return request;
    }

    private static AssumeRoleRequest GuardedRequest(string? externalId, string? serial, string? code) =>
        Request(Guarded, r => (r.ExternalId, r.SerialNumber, r.TokenCode) = (externalId, serial, code));

    private async Task<AssumeRoleResponse> AssumeAsync(AssumeRoleRequest request, AWSCredentials? credentials = null)
    {
        using var client = _identity.Sts(credentials);
        return await client.AssumeRoleAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<GetCallerIdentityResponse> CallerAsync(AWSCredentials credentials)
    {
        using var client = _identity.Sts(credentials);
        return await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);
    }

    private static Task<AmazonServiceException> FailureAsync(Func<Task> action) =>
        Assert.ThrowsAnyAsync<AmazonServiceException>(action);

    private static void AssertRefused(AmazonServiceException failure, HttpStatusCode status, string code, string message)
    {
        Assert.Equal((status, code, message), (failure.StatusCode, failure.ErrorCode, failure.Message));
        Assert.True(Guid.TryParse(failure.RequestId, out _));
    }
}
