using System.Text.Json.Serialization;

namespace BedrockJobs.Floor;

/// <summary>The reader that the compiler makes for a page.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalTimeConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Page))]
internal sealed partial class PageContext : JsonSerializerContext;
