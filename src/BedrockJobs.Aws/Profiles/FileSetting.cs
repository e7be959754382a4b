namespace BedrockJobs.Aws.Profiles;

/// <summary>One setting of a shared file, and where it stands.</summary>
/// <param name="Value">The value. Lines after the first follow a line feed, as AWS specifies it.</param>
/// <param name="File">The file's path.</param>
/// <param name="Section">The section's header, without its brackets.</param>
/// <param name="Line">The line's number, from 1.</param>
internal sealed record FileSetting(string Value, string File, string Section, int Line);
