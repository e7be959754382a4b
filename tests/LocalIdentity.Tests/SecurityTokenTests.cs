using Amazon.SecurityToken.Model;

namespace LocalIdentity.Tests;

public sealed class SecurityTokenTests : IAsyncLifetime
{
    private const string Guarded = "arn:aws:iam::444455556666:role/team/guarded";
    private const string Device = "arn:aws:iam::111122223333:mfa/device";
    private const string NotAuthorized = "User: arn:aws:iam::111122223333:user/example is not authorized to perform: sts:AssumeRole on resource: ";
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync(new Settings
    {
        Roles = new Dictionary<string, RoleRule>
        {
            [Guarded] = new() { ExternalId = "outside", MfaSerial = Device, MfaCode = "000777" },
        },
    });

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

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

    private static AssumeRoleRequest Request(string role) => new() { RoleArn = role, RoleSessionName = "me" };

    private static AssumeRoleRequest GuardedRequest(string? externalId, string? serial, string? code) =>
        new() { RoleArn = Guarded, RoleSessionName = "me", ExternalId = externalId, SerialNumber = serial, TokenCode = code };

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
