using System.Text.Json.Serialization;

namespace BedrockJobs.Floor;

/// <summary>The reader of a page, which the compiler generates.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalTimeConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Page))]
internal sealed partial class PageContext : JsonSerializerContext;
