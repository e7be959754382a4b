namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The <see
/// href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">metadata
/// service</see> of an EC2 instance. On an instance it responds within milliseconds. Elsewhere there might be no
/// response.
/// </summary>
internal sealed class InstanceMetadata(ConnectionContext context)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The Region of the instance; null outside an instance. The places of a command share it.</summary>
    public async Task<string?> RegionAsync() => ConfiguredSettings.IsInstanceMetadataAllowed
        ? await context.Scope.Once(
            (typeof(InstanceMetadata), nameof(RegionAsync)),
            () => WithinLimitAsync(async limited => (await GetAsync("placement/region", limited).ConfigureAwait(false))?.Trim()))
            .ConfigureAwait(false)
        : null;

    /// <summary>
    /// The credentials of the instance's role, which are renewed automatically; null for none. The places of a command
    /// share them.
    /// </summary>
    public async Task<AWSCredentials?> CredentialsAsync() => ConfiguredSettings.IsInstanceMetadataAllowed
        ? await context.Scope.Once((typeof(InstanceMetadata), nameof(CredentialsAsync)), FindAsync).ConfigureAwait(false)
        : null;

    /// <summary>The key of the instance's role; null for none.</summary>
    public Task<IssuedKey?> KeyAsync() => WithinLimitAsync(async limited =>
    {
        const string Roles = "iam/security-credentials/";
        var role = (await GetAsync(Roles, limited).ConfigureAwait(false))?.Trim().Split('\n')[0].Trim();
        if (string.IsNullOrEmpty(role)
            || await GetAsync(Roles + Uri.EscapeDataString(role), limited).ConfigureAwait(false) is not { } reply
            || IssuedKey.Read(reply) is not { } issued)
        {
            return null;
        }

        // If the service can't renew a key, it returns the expired key, and AWS still accepts it.
        var now = DateTime.UtcNow;
        return issued.Expiration > now ? issued : issued with { Expiration = now.AddMinutes(5) };
    });

    private async Task<AWSCredentials?> FindAsync()
    {
        try
        {
            var credentials = new InstanceCredentials(context.Configured.InstanceMetadataSource, SR.InstanceSilent);
            await credentials.GetCredentialsAsync().ConfigureAwait(false);
            return credentials;
        }
        catch (BedrockRequestException silence) when (silence.ErrorId == BedrockErrorId.CredentialsNotFound)
        {
            return null;
        }
    }

    // The cause of a failure doesn't matter: the service provides nothing.
    private async Task<T?> WithinLimitAsync<T>(Func<CancellationToken, Task<T?>> ask)
        where T : class
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.Ended);
        limited.CancelAfter(TimeLimit.Of(Limit));
        try
        {
            return await ask(limited.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<string?> GetAsync(string path, CancellationToken cancellationToken)
    {
        var (status, token) = await SendAsync(
            HttpMethod.Put,
            "/latest/api/token",
            new Dictionary<string, string> { ["x-aws-ec2-metadata-token-ttl-seconds"] = "21600" },
            cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>();
        if (status == HttpStatusCode.OK)
        {
            headers["x-aws-ec2-metadata-token"] = token.Trim();
        }
        else if (context.Configured.IsInstanceMetadataV1Disabled
            || status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
        {
            return null;
        }

        (status, var body) = await SendAsync(HttpMethod.Get, "/latest/meta-data/" + path, headers, cancellationToken).ConfigureAwait(false);
        return status == HttpStatusCode.OK ? body : null;
    }

    private Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string path, Dictionary<string, string> headers, CancellationToken cancellationToken) => LocalService.SendAsync(
        method,
        new Uri(context.Configured.InstanceMetadataEndpoint, path),
        headers,
        context.Configured.InstanceMetadataSource,
        context,
        cancellationToken);
}

/// <summary>The key of an instance's role, which is requested again when it expires.</summary>
internal sealed class InstanceCredentials(string subject, string failure) : RenewableCredentials
{
    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context) =>
        await new InstanceMetadata(context).KeyAsync().ConfigureAwait(false) is { } issued
            ? new CredentialsRefreshState(issued.Key, issued.Expiration)
            : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, subject, failure);
}
