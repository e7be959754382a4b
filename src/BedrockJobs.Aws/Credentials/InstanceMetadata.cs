namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The <see
/// href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">metadata
/// service</see> of an EC2 instance. On an instance it responds within milliseconds. Elsewhere there might be no
/// response.
/// </summary>
internal sealed class InstanceMetadata(ConnectionContext context)
{
    /// <summary>The longest time that the settings can specify, in seconds. A timer has a limit too.</summary>
    private const int LongestLimit = 24 * 60 * 60;

    /// <summary>The Region of the instance; null outside an instance. The places of a command share it.</summary>
    public async Task<string?> RegionAsync() => ConfiguredSettings.IsInstanceMetadataAllowed
        ? await context.Scope.Once(
            (typeof(InstanceMetadata), nameof(RegionAsync)),
            async () => (await GetAsync("placement/region").ConfigureAwait(false))?.Trim())
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
    public async Task<IssuedKey?> KeyAsync()
    {
        const string Roles = "iam/security-credentials/";
        var role = (await GetAsync(Roles).ConfigureAwait(false))?.Trim().Split('\n')[0].Trim();
        if (string.IsNullOrEmpty(role)
            || await GetAsync(Roles + Uri.EscapeDataString(role)).ConfigureAwait(false) is not { } reply
            || IssuedKey.Read(reply) is not { } issued)
        {
            return null;
        }

        // If the service can't renew a key, it returns the expired key, and AWS still accepts it.
        var now = DateTime.UtcNow;
        return issued.Expiration > now ? issued : issued with { Expiration = now.AddMinutes(5) };
    }

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

    private TimeSpan Limit =>
        TimeLimit.Of(TimeSpan.FromSeconds(Math.Min(context.Configured.InstanceMetadataTimeout, LongestLimit)));

    // A wait can outlive a token, which is valid for six hours. So each hour gets another one.
    private Task<string?> TokenAsync() => context.Scope.Once(
        (typeof(InstanceMetadata), nameof(TokenAsync), context.Configured.InstanceMetadataEndpoint, Environment.TickCount64 / 3_600_000),
        () => SendAsync(
            HttpMethod.Put,
            "latest/api/token",
            new Dictionary<string, string> { ["x-aws-ec2-metadata-token-ttl-seconds"] = "21600" }));

    // Without a token, it's version 1. The response with the token doesn't reach a container if its hop limit is 1.
    private async Task<string?> GetAsync(string path)
    {
        var headers = new Dictionary<string, string>();
        if (await TokenAsync().ConfigureAwait(false) is { } token)
        {
            headers["x-aws-ec2-metadata-token"] = token.Trim();
        }
        else if (context.Configured.IsInstanceMetadataV1Disabled)
        {
            return null;
        }

        return await SendAsync(HttpMethod.Get, "latest/meta-data/" + path, headers).ConfigureAwait(false);
    }

    // The cause of a failure doesn't matter: the service provides nothing.
    /// <returns>The body of a successful response; null if no attempt has one.</returns>
    private async Task<string?> SendAsync(HttpMethod method, string path, Dictionary<string, string> headers)
    {
        var address = new Uri(new Uri(context.Configured.InstanceMetadataEndpoint.AbsoluteUri.TrimEnd('/') + "/"), path);
        for (var attempt = 0; attempt < context.Configured.InstanceMetadataAttempts; attempt++)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.Ended);
            limited.CancelAfter(Limit);
            try
            {
                var (status, body) = await LocalService.SendAsync(
                    method, address, headers, context.Configured.InstanceMetadataSource, context, limited.Token).ConfigureAwait(false);
                if (status == HttpStatusCode.OK && body.Length > 0)
                {
                    return body;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                context.Ended.ThrowIfCancellationRequested();
            }
        }

        return null;
    }
}

/// <summary>The key of an instance's role, which is requested again when it expires.</summary>
internal sealed class InstanceCredentials(string subject, string failure) : RenewableCredentials
{
    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context) =>
        await new InstanceMetadata(context).KeyAsync().ConfigureAwait(false) is { } issued
            ? new CredentialsRefreshState(issued.Key, issued.Expiration)
            : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, subject, failure);
}
