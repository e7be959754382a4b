namespace BedrockJobs.Aws.Profiles;

/// <summary>A shared file can't be read. The message names the file and the line, but doesn't quote the file.</summary>
internal sealed class SharedFileException : Exception
{
    public SharedFileException(string message)
        : base(message)
    {
    }
}
