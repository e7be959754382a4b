using System.Text.Json;

namespace BedrockJobs.Aws.Credentials;

/// <summary>A key that a service on this computer provides.</summary>
/// <param name="Key">The key.</param>
/// <param name="Expiration">The expiration time in UTC.</param>
internal sealed record Handout(ImmutableCredentials Key, DateTime Expiration)
{
    /// <summary>Parses the JSON of a response; null if it contains no key.</summary>
    public static Handout? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Text("AccessKeyId") is { Length: > 0 } id && Text("SecretAccessKey") is { Length: > 0 } secret
                ? new Handout(new ImmutableCredentials(id, secret, Text("Token")), Time("Expiration"))
                : null;

            string? Text(string member) =>
                document.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            DateTime Time(string member) =>
                DateTimeOffset.TryParse(Text(member), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? time.UtcDateTime
                    : DateTime.MaxValue;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
