using System.Text.Json;

namespace BedrockJobs.Floor;

/// <summary>A listing with as little code as possible between the network and the objects.</summary>
internal sealed class ListingLoop : IDisposable
{
    private const string Path = "/model-customization-jobs";

    private readonly HttpClient _http = new();
    private readonly RequestSigner _signer = new();
    private readonly Uri _endpoint = new(Required("AWS_ENDPOINT_URL_BEDROCK"));

    /// <summary>Reads every page, discards the jobs, and returns their number.</summary>
    public async Task<int> ListAsync()
    {
        var jobs = 0;
        string? token = null;
        do
        {
            var page = await ReadAsync(token);
            jobs += page.ModelCustomizationJobSummaries.Count;
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
        return jobs;
    }

    public void Dispose() => _http.Dispose();

    internal static string Required(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set.");

    private async Task<Page> ReadAsync(string? token)
    {
        var query = "?maxResults=1000&sortBy=CreationTime&sortOrder=Descending"
            + (token is null ? string.Empty : $"&nextToken={Uri.EscapeDataString(token)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_endpoint, Path + query));
        _signer.Sign(request, Path);
        using var reply = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        reply.EnsureSuccessStatusCode();
        await using var body = await reply.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(body, PageContext.Default.Page)
            ?? throw new InvalidDataException("The reply is null.");
    }
}
