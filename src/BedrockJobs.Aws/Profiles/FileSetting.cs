namespace BedrockJobs.Aws.Profiles;

/// <summary>A setting in a shared file, and its location.</summary>
/// <param name="Value">The value. Lines after the first follow a line feed, as AWS specifies.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Section">The section header, without its brackets.</param>
/// <param name="Line">The line number, starting at 1.</param>
internal sealed record FileSetting(string Value, string File, string Section, int Line);
