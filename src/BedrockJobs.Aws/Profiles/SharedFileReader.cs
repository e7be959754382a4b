using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Security;

namespace BedrockJobs.Aws.Profiles;

/// <summary>Reads a shared file from disk.</summary>
internal static class SharedFileReader
{
    // A pipe, such as that of the shell's <(…), returns its text once. Later readers get nothing, or wait forever.
    private static readonly ConcurrentDictionary<string, Lazy<string>> Pipes = new(StringComparer.Ordinal);

    /// <param name="path">The path of the file.</param>
    /// <param name="isConfig">Whether it's a config file.</param>
    /// <returns>The contents; empty if the file doesn't exist.</returns>
    /// <exception cref="SharedFileException">The file can't be read, or its format isn't valid.</exception>
    public static SharedFile Read(string path, bool isConfig) =>
        Text(path) is { } text ? SharedFileParser.Parse(text, path, isConfig) : new SharedFile();

    private static string? Text(string path)
    {
        try
        {
            return IsPlainFile(path) ? File.ReadAllText(path) : PerhapsPipe(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            throw new SharedFileException(string.Format(CultureInfo.CurrentCulture, SR.FileUnreadable, path, ReadFault.Cause(path, exception)));
        }
    }

    private static string PerhapsPipe(string path)
    {
        var isPipe = false;
        var text = Pipes.GetOrAdd(path, _ => new Lazy<string>(() =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            isPipe = !stream.CanSeek;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }));
        try
        {
            isPipe |= text.IsValueCreated;
            return text.Value;
        }
        finally
        {
            if (!isPipe)
            {
                Pipes.TryRemove(new(path, text));
            }
        }
    }

    /// <summary>
    /// Whether a path is a file with text. A pipe has no length, and opening it might block until another process writes
    /// to it.
    /// </summary>
    /// <exception cref="IOException">The path is a link in a circle.</exception>
    public static bool IsPlainFile(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }

        return file is { Exists: true, Length: > 0 };
    }
}
