using System.Text.Json;

namespace LocalBedrock.Tests;

/// <summary>A server on a free port, and a client that signs requests.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Jobs = "/model-customization-jobs";

    private readonly LocalServer _server;
    // A raw response can close the connection without notice, and a later request on that connection would fail.
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

    private RunningService(LocalServer server) => _server = server;

    public string Address => _server.Address;

    /// <param name="options">The default has no jobs and a stopped clock at the start of 2026.</param>
    public static async Task<RunningService> StartAsync(ServerOptions? options = null) =>
        new(await LocalServer.StartAsync(options ?? Empty, TimeProvider.System));

    public static readonly ServerOptions Empty = new() { Jobs = 0, Now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Speed = 0 };

    public static string JobPath(string identifier) => $"{Jobs}/{Uri.EscapeDataString(identifier)}";

    public Task<Reply> GetAsync(string target, RequestSigner? signer = null) => SendAsync(HttpMethod.Get, target, signer: signer);

    public Task<Reply> ListAsync(params (string Name, string Value)[] inputs) => GetAsync(ListTarget(inputs));

    public static string ListTarget(params (string Name, string Value)[] inputs) =>
        $"{Jobs}?{string.Join('&', inputs.Select(i => $"{i.Name}={Uri.EscapeDataString(i.Value)}"))}";

    /// <summary>All pages of a listing.</summary>
    public async Task<List<Reply>> PagesAsync(params (string Name, string Value)[] inputs)
    {
        var pages = new List<Reply> { await ListAsync(inputs) };
        var tokens = new HashSet<string>();
        while (pages[^1].NextToken is { } token)
        {
            Assert.True(tokens.Add(token), "A listing goes round in circles.");
            pages.Add(await ListAsync([.. inputs, ("nextToken", token)]));
        }

        return pages;
    }

    public Task<Reply> StopAsync(string identifier) => SendAsync(HttpMethod.Post, $"{JobPath(identifier)}/stop");

    public async Task<Reply> SendAsync(
        HttpMethod method,
        string target,
        string body = "",
        RequestSigner? signer = null,
        Action<HttpRequestMessage>? tamper = null,
        CancellationToken? cancellation = null)
    {
        using var request = Request(method, target, body);
        (signer ?? RequestSigner.First).Sign(request, body);
        tamper?.Invoke(request);
        using var response = await _http.SendAsync(
            request, cancellation ?? TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    public async Task<Reply> SendUnsignedAsync(HttpMethod method, string target, object? body = null, string? authorization = null)
    {
        using var request = Request(method, target, body is null ? "" : JsonSerializer.Serialize(body));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    /// <summary>A request to the admin API that must succeed.</summary>
    public async Task<JsonElement> AdminAsync(string method, string path, object? body = null)
    {
        var reply = await SendUnsignedAsync(new HttpMethod(method), $"/local/{path}", body);
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Json;
    }

    public Task AddJobsAsync(params object[] jobs) => AdminAsync("POST", "jobs", jobs);

    public Task AddFaultsAsync(params object[] faults) => AdminAsync("POST", "faults", faults);

    public Task AdvanceAsync(TimeSpan by) => AdminAsync("POST", "clock", new { advance = by });

    public async Task<JsonElement[]> LogAsync() => [.. (await AdminAsync("GET", "requests")).EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private HttpRequestMessage Request(HttpMethod method, string target, string body)
    {
        var request = new HttpRequestMessage(method, Address + target);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return request;
    }
}
