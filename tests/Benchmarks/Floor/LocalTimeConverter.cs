using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockJobs.Floor;

/// <summary>Reads a time and converts it to local time, as the cmdlet does.</summary>
internal sealed class LocalTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTime().ToLocalTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
