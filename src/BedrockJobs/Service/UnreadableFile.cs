using System.Security;

namespace BedrockJobs.Service;

/// <summary>Files that can't be looked at, whatever the reason.</summary>
internal static class UnreadableFile
{
    /// <summary>Whether an exception means that a file can't be looked at.</summary>
    public static bool Is(Exception exception) => exception
        is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    /// <summary>Describes why a file can't be looked at.</summary>
    public static string CauseOf(Exception exception, string path) =>
        // For a directory, .NET reports that access is denied.
        Directory.Exists(path) ? SR.FileIsDirectory
        : exception is UnauthorizedAccessException or SecurityException ? SR.FileForbidden
        : exception is FileNotFoundException or DirectoryNotFoundException ? SR.FileMissing
        : exception.Message;

    /// <summary>Describes why a path isn't a file that can be read; null if it is one.</summary>
    public static string? FaultOf(string path)
    {
        try
        {
            return File.GetAttributes(path).HasFlag(FileAttributes.Directory) ? SR.FileIsDirectory : null;
        }
        catch (Exception exception) when (Is(exception))
        {
            return CauseOf(exception, path);
        }
    }
}
