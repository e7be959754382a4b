using System.Collections.Concurrent;
using System.Security;

namespace BedrockJobs.Aws.Profiles;

/// <summary>Reads a shared file from disk.</summary>
internal static class SharedFileReader
{
    /// <summary>The maximum number of characters that a pipe or a device returns.</summary>
    private const int LongestPipe = 1024 * 1024;

    // A pipe, such as that of the shell's <(…), returns its text once. Later readers get nothing, or wait forever.
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string Text, bool IsPipe)>>> Pipes = new(StringComparer.Ordinal);

    /// <param name="path">The path of the file.</param>
    /// <param name="isConfig">Whether it's a config file.</param>
    /// <param name="pipeLimit">The time limit for a pipe. The next reader of the pipe continues to wait.</param>
    /// <returns>The contents; empty if the file doesn't exist.</returns>
    /// <exception cref="SharedFileException">The file can't be read, or its format isn't valid.</exception>
    public static SharedFile Read(string path, bool isConfig, TimeSpan pipeLimit) =>
        Text(path, pipeLimit) is { } text ? SharedFileParser.Parse(text, path, isConfig) : new SharedFile();

    private static string? Text(string path, TimeSpan pipeLimit)
    {
        try
        {
            // A relative path would be in the current folder, and .NET can't find the home folder of another user.
            return path.StartsWith('~') ? throw new NotSupportedException(SR.FileOfOtherUser)
                : !IsPlainFile(path) && File.Exists(path) ? PerhapsPipe(path, pipeLimit)
                : File.ReadAllText(path);
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

    private static string PerhapsPipe(string path, TimeSpan limit)
    {
        var reading = Pipes.GetOrAdd(path, _ => new(() => Task.Factory.StartNew(
            () => ReadOpened(path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        if (Task.WaitAny([reading.Value], limit) < 0)
        {
            throw new IOException(string.Format(CultureInfo.CurrentCulture, SR.FileSilent, limit.TotalSeconds));
        }

        if (!reading.Value.IsCompletedSuccessfully || !reading.Value.Result.IsPipe)
        {
            Pipes.TryRemove(new(path, reading));
        }

        return reading.Value.GetAwaiter().GetResult().Text;
    }

    private static (string Text, bool IsPipe) ReadOpened(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = new char[LongestPipe];
        var length = reader.ReadBlock(text);
        return length < LongestPipe ? (new string(text, 0, length), !stream.CanSeek) : throw new IOException(SR.FileTooLong);
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
