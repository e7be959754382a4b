using System;

namespace BedrockJobs.Aws.Profiles;

/// <summary>A shared file that can't be read. The message names file and line, and quotes nothing of the file.</summary>
internal sealed class SharedFileException : Exception
{
    public SharedFileException(string message)
        : base(message)
    {
    }
}
