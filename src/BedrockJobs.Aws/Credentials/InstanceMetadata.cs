namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The <see
/// href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">metadata
/// service</see> of an EC2 instance. On an instance it responds within milliseconds. Elsewhere there might be no
/// response.
/// </summary>
internal static class InstanceMetadata
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The URL of the service.</summary>
    public static Uri Endpoint => Context.Configured.InstanceMetadataEndpoint;

    /// <summary>Whether AWS_EC2_METADATA_DISABLED allows the service.</summary>
    public static bool IsAllowed => ConfiguredSettings.IsInstanceMetadataAllowed;

    /// <summary>The description of the service in messages.</summary>
    public static string Subject => string.Format(CultureInfo.CurrentCulture, SR.InstanceSource, Endpoint);

    /// <summary>The Region of the instance; null outside an instance. The targets of a command share it.</summary>
    public static string? Region() => IsAllowed
        ? Context.Scope.Once((typeof(InstanceMetadata), nameof(Region)), () => WithinLimitAsync(
            async limited => (await GetAsync("placement/region", limited).ConfigureAwait(false))?.Trim()).GetAwaiter().GetResult())
        : null;

    /// <summary>
    /// The credentials of the instance's role, which are renewed automatically; null for none. The targets of a command
    /// share them.
    /// </summary>
    public static AWSCredentials? Credentials() => IsAllowed
        ? Context.Scope.Once((typeof(InstanceMetadata), nameof(Credentials)), () =>
        {
            try
            {
                var credentials = new InstanceCredentials(Subject, SR.InstanceSilent);
                credentials.GetCredentials();
                return credentials;
            }
            catch (BedrockRequestException silence) when (silence.ErrorId == BedrockErrorId.CredentialsNotFound)
            {
                return null;
            }
        })
        : null;

    /// <summary>The key of the instance's role; null for none.</summary>
    /// <exception cref="BedrockRequestException">The response is a redirect.</exception>
    public static Task<Handout?> KeyAsync() => WithinLimitAsync(async limited =>
    {
        const string Roles = "iam/security-credentials/";
        var role = (await GetAsync(Roles, limited).ConfigureAwait(false))?.Trim().Split('\n')[0].Trim();
        if (string.IsNullOrEmpty(role)
            || await GetAsync(Roles + Uri.EscapeDataString(role), limited).ConfigureAwait(false) is not { } reply
            || Handout.Read(reply) is not { } handout)
        {
            return null;
        }

        // If the service can't renew a key, it returns the expired key, and AWS still accepts it.
        var now = DateTime.UtcNow;
        return handout.Expiration > now ? handout : handout with { Expiration = now.AddMinutes(5) };
    });

    private static IdentityContext Context => IdentityContext.Current!;

    // The cause of a failure doesn't matter: the service provides nothing.
    private static async Task<T?> WithinLimitAsync<T>(Func<CancellationToken, Task<T?>> ask)
        where T : class
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Context.Ended);
        limited.CancelAfter(Limit);
        try
        {
            return await ask(limited.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<string?> GetAsync(string path, CancellationToken cancellationToken)
    {
        var (status, token) = await LocalService.SendAsync(
            HttpMethod.Put,
            new Uri(Endpoint, "/latest/api/token"),
            new Dictionary<string, string> { ["x-aws-ec2-metadata-token-ttl-seconds"] = "21600" },
            Subject,
            cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>();
        if (status == HttpStatusCode.OK)
        {
            headers["x-aws-ec2-metadata-token"] = token.Trim();
        }
        else if (Context.Configured.IsInstanceMetadataV1Disabled
            || status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
        {
            return null;
        }

        (status, var body) = await LocalService
            .SendAsync(HttpMethod.Get, new Uri(Endpoint, "/latest/meta-data/" + path), headers, Subject, cancellationToken)
            .ConfigureAwait(false);
        return status == HttpStatusCode.OK ? body : null;
    }
}
