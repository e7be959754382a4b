using System.Text.Json;
using Amazon.SecurityToken;

namespace LocalIdentity.Tests;

/// <summary>A server on free ports, and its clients.</summary>
internal sealed class RunningIdentity : IAsyncDisposable
{
    public const string Trainer = "arn:aws:iam::444455556666:role/trainer";
    public const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private readonly IdentityServer _server;

    // Without the proxy of the user who runs the tests.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private RunningIdentity(IdentityServer server) => _server = server;

    public static BasicAWSCredentials Base { get; } = new(KeyId, Secret);

    public string Address => _server.Address;

    public string ProxyAddress => _server.ProxyAddress;

    public static async Task<RunningIdentity> StartAsync(Settings? settings = null) => new(
        await IdentityServer.StartAsync(new IdentityOptions { Settings = settings ?? new Settings() }, TimeProvider.System));

    public AmazonSecurityTokenServiceClient Sts(AWSCredentials? credentials = null) => new(
        credentials ?? Base, new AmazonSecurityTokenServiceConfig { ServiceURL = Address, AuthenticationRegion = "us-east-1" });

    public async Task<(int Status, string Text)> SendAsync(
        string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address + path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach ((var name, var value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A request to the admin API that must succeed.</summary>
    public async Task<JsonElement> AdminAsync(string method, string path, object? body = null)
    {
        (var status, var text) = await SendAsync(method, $"/local/{path}", body is null ? null : JsonSerializer.Serialize(body));
        Assert.True(status == 200, text);
        return JsonElement.Parse(text);
    }

    public Task SetAsync(object settings) => AdminAsync("POST", "settings", settings);

    public async Task<JsonElement[]> LogAsync() => [.. (await AdminAsync("GET", "requests")).EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
