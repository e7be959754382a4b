using System.Security;

namespace BedrockJobs.Aws.Profiles;

/// <summary>Explains why a file can't be read.</summary>
internal static class ReadFault
{
    // For a directory, .NET reports that access is denied.
    public static string Cause(string path, Exception exception) =>
        Directory.Exists(path) ? SR.FileIsDirectory
        : exception is UnauthorizedAccessException or SecurityException ? SR.FileForbidden
        : exception is FileNotFoundException or DirectoryNotFoundException ? SR.FileMissing
        : exception.Message;
}
