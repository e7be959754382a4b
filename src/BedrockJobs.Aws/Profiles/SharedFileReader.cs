using System.Collections.Concurrent;

namespace BedrockJobs.Aws.Profiles;

/// <summary>A shared file can't be read. The message names the file and the line, but doesn't quote the file.</summary>
/// <param name="isUnreadable">
/// Whether the file can't be looked at. It's treated as missing if nothing in it is needed. A file whose format isn't valid is
/// an error for every identity: its endpoint and its certificates would be lost without a word.
/// </param>
internal sealed class SharedFileException(string message, bool isUnreadable = false) : Exception(message)
{
    public bool IsUnreadable { get; } = isUnreadable;
}

/// <summary>Reads a shared file from disk.</summary>
internal static class SharedFileReader
{
    private const int LongestPipe = 1024 * 1024;

    // A pipe, such as that of the shell's <(…), returns its text once. Later readers get nothing, or wait forever.
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string Text, bool IsPipe)>>> Pipes = new(StringComparer.Ordinal);

    /// <param name="pipeLimit">The time limit for a pipe. The next reader of the pipe continues to wait.</param>
    /// <returns>The contents; empty if the file doesn't exist.</returns>
    /// <exception cref="SharedFileException">The file can't be read, or its format isn't valid.</exception>
    public static async Task<SharedFile> ReadAsync(string path, bool isConfig, TimeSpan pipeLimit) =>
        await TextAsync(path, pipeLimit).ConfigureAwait(false) is { } text
            ? SharedFileParser.Parse(text, path, isConfig)
            : new SharedFile();

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

    /// <summary>Changes when the file is written; empty if it can't be looked at.</summary>
    public static string StampOf(string path)
    {
        try
        {
            return File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (UnreadableFile.Is(exception))
        {
            return string.Empty;
        }
    }

    private static async Task<string?> TextAsync(string path, TimeSpan pipeLimit)
    {
        try
        {
            // A relative path would be in the current folder, and .NET can't find the home folder of another user.
            return path.StartsWith('~') ? throw new NotSupportedException(SR.FileOfOtherUser)
                : !IsPlainFile(path) && File.Exists(path) ? await PerhapsPipeAsync(path, pipeLimit).ConfigureAwait(false)
                : File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (UnreadableFile.Is(exception))
        {
            throw new SharedFileException(SR.FileUnreadable.With(path, UnreadableFile.CauseOf(exception, path)), isUnreadable: true);
        }
    }

    private static async Task<string> PerhapsPipeAsync(string path, TimeSpan limit)
    {
        // Opening a pipe blocks its thread until another process opens it.
        var reading = Pipes.GetOrAdd(path, _ => new(() => Task.Factory.StartNew(
            () => ReadOpened(path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        try
        {
            return (await reading.Value.WaitAsync(limit).ConfigureAwait(false)).Text;
        }
        catch (TimeoutException)
        {
            throw new IOException(SR.FileSilent.With(limit.TotalSeconds));
        }
        finally
        {
            if (reading.Value.IsCompleted && (!reading.Value.IsCompletedSuccessfully || !reading.Value.Result.IsPipe))
            {
                Pipes.TryRemove(new(path, reading));
            }
        }
    }

    private static (string Text, bool IsPipe) ReadOpened(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = new char[LongestPipe];
        var length = reader.ReadBlock(text);
        return length < LongestPipe ? (new string(text, 0, length), !stream.CanSeek) : throw new IOException(SR.FileTooLong);
    }
}
