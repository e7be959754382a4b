using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads the current value, which isn't null, into a member.</summary>
internal delegate void MemberReader<in T>(T target, ref Utf8JsonReader reader);
