namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The key of a container's role, from the <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">agent</see> that the
/// environment specifies.
/// </summary>
internal sealed class ContainerCredentials : RenewableCredentials
{
    public static readonly IReadOnlyList<string> Variables = [RelativeUri, FullUri];

    private const string RelativeUri = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullUri = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string Agent = "http://169.254.170.2";

    /// <summary>The agent of a container is on the same computer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // The agents of Amazon ECS and Amazon EKS. Keys are requested over plain HTTP only from these and from this
    // computer.
    private static readonly string[] Agents = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    private readonly Uri _address;

    private ContainerCredentials(string variable, Uri address)
    {
        Variable = variable;
        _address = address;
    }

    public string Variable { get; }

    /// <summary>
    /// The credentials, which the places of a command share; null if the environment specifies no agent.
    /// </summary>
    public static ContainerCredentials? Find(CommandScope scope) => Variables.FirstOrDefault(EnvironmentSetting.IsSet) is { } variable
        ? scope.Once(
            typeof(ContainerCredentials),
            () => new ContainerCredentials(variable, Address(variable, EnvironmentSetting.Read(variable)!)))
        : null;

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        var limit = TimeLimit.Of(Limit);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.Ended);
        limited.CancelAfter(limit);
        var failure = SR.ContainerSilent.With(limit.TotalSeconds);
        try
        {
            while (true)
            {
                try
                {
                    var (status, body) = await LocalService
                        .SendAsync(HttpMethod.Get, _address, Headers(), Variable, context, limited.Token)
                        .ConfigureAwait(false);
                    if (status == HttpStatusCode.OK && IssuedKey.Read(body) is { } issued)
                    {
                        return new CredentialsRefreshState(issued.Key, issued.Expiration);
                    }

                    failure = SR.ContainerRefused.With((int)status);
                    if (status < HttpStatusCode.InternalServerError)
                    {
                        throw Fault(Variable, failure);
                    }
                }
                catch (HttpRequestException exception)
                {
                    failure = exception.Message;
                }

                await Task.Delay(Pause, limited.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!context.Ended.IsCancellationRequested)
        {
            throw Fault(Variable, failure);
        }
    }

    private static Uri Address(string variable, string value)
    {
        // Text such as @host would change the host.
        if (variable == RelativeUri && !value.StartsWith('/'))
        {
            throw Fault(variable, SR.ContainerPath);
        }

        if (!Uri.TryCreate(variable == RelativeUri ? Agent + value : value, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            throw Fault(variable, SR.ContainerAddress);
        }

        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback || Agents.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
            ? address
            : throw Fault(variable, SR.ContainerHost.With(address.Host));
    }

    private static Dictionary<string, string> Headers()
    {
        var (token, source) = EnvironmentSetting.Read(TokenFile) is { } file
            ? (ReadToken(file), SR.FileOfVariable.With(file, TokenFile))
            : (EnvironmentSetting.Read(Token), Token);
        if (token is null)
        {
            return [];
        }

        KeyCheck.RequireHeader(SR.ContainerToken, token, source);
        return new Dictionary<string, string> { ["Authorization"] = token };
    }

    private static string ReadToken(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(TokenFile, SR.FileUnreadable.With(file, UnreadableFile.CauseOf(exception, file)));
        }
    }

    private static BedrockRequestException Fault(string variable, string detail) =>
        new(BedrockErrorId.CredentialsNotFound, variable, detail);
}
