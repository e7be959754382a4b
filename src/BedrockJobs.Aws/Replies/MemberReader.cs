using System.Text.Json;

namespace BedrockJobs.Aws.Replies;

/// <summary>Reads the value on which the reader stands, which is not null, into a member.</summary>
internal delegate void MemberReader<in T>(T target, ref Utf8JsonReader reader);
