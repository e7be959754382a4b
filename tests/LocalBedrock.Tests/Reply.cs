using System.Text.Json;

namespace LocalBedrock.Tests;

/// <summary>A response as a client gets it.</summary>
internal sealed record Reply(int Status, string Text, string? ContentType, string? RequestId, string? ErrorType, DateTime? Date)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Message => Json.GetProperty("message").GetString();

    public string? NextToken => Json.TryGetProperty("nextToken", out var token) ? token.GetString() : null;

    public JsonElement[] Jobs => [.. Json.GetProperty("modelCustomizationJobSummaries").EnumerateArray()];

    public string[] Names => [.. Jobs.Select(j => j.GetProperty("jobName").GetString()!)];

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.ToString(),
            Header("x-amzn-RequestId"),
            Header("x-amzn-ErrorType"),
            response.Headers.Date?.UtcDateTime);

        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }

    public void AssertError(int status, string type)
    {
        Assert.Equal((status, type), (Status, ErrorType));
        Assert.Equal("application/json", ContentType);
        Assert.Equal(["message"], Json.EnumerateObject().Select(p => p.Name));
    }
}
