using System.Text.Json;
using System.Text.Json.Nodes;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace BedrockJobs.Aws.Credentials;

/// <summary>What a sign-in saves, which is a JSON object.</summary>
internal abstract class SavedToken(JsonObject members, params string[] required)
{
    /// <summary>The name of a required member that isn't there or has no value of its type; null for none.</summary>
    public string? Missing { get; protected init; } = required.FirstOrDefault(name => Text(members, name) is null);

    /// <summary>The key or the token that is used until it expires; null if there is none.</summary>
    public abstract string? Id { get; }

    /// <summary>The end of what <see cref="Id"/> identifies, in UTC.</summary>
    public abstract DateTime Expiration { get; }

    /// <summary>Whether the token contains what a renewal requires.</summary>
    public virtual bool CanRenew => true;

    public string? RefreshToken { get; } = Text(members, "refreshToken");

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(members.ToJsonString());

    protected JsonObject Copy() => members.DeepClone().AsObject();

    protected static string? Text(JsonObject? members, string name) =>
        members?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    /// <summary>A time in UTC. If it's unknown, it's the past, so that the token is renewed.</summary>
    protected static DateTime Time(JsonObject? members, string name) => DateTimeOffset.TryParse(
        // Old versions of the AWS CLI write UTC instead of Z.
        Text(members, name)?.Replace("UTC", "Z", StringComparison.Ordinal),
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out var time)
        ? time.UtcDateTime
        : DateTime.MinValue;

    protected static string TimeIn(double seconds) =>
        DateTime.UtcNow.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The file of a token, which other processes and tools also read and replace.</summary>
internal sealed class TokenFile(string folder, string name)
{
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestReplacement = TimeSpan.FromMinutes(1);

    public string Path => System.IO.Path.Join(folder, name + ".json");

    /// <exception cref="JsonException">The file doesn't contain a JSON object.</exception>
    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await using (stream.ConfigureAwait(false))
                {
                    var root = await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
                    return root as JsonObject ?? throw new JsonException();
                }
            }
            catch (JsonException) when (attempt < Attempts)
            {
                // Some tools write the file in place.
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Creates the file that will replace this one. A token can be used once, so this must work before it's used.
    /// </summary>
    public FileStream CreateReplacement()
    {
        // Those of processes that were ended while they wrote.
        foreach (var left in Directory.EnumerateFiles(folder, name + ".*.tmp"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > LongestReplacement)
            {
                File.Delete(left);
            }
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(System.IO.Path.Join(folder, $"{name}.{Guid.NewGuid():N}.tmp"), options);
    }

    /// <summary>Writes the replacement and moves it to this file, which is always whole.</summary>
    public async Task ReplaceAsync(FileStream replacement, SavedToken token)
    {
        replacement.Write(token.ToUtf8());
        replacement.Flush(flushToDisk: true);
        await replacement.DisposeAsync().ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(replacement.Name, Path, overwrite: true);
                return;
            }
            catch (Exception exception) when (attempt < Attempts && exception is IOException or UnauthorizedAccessException)
            {
                // On Windows, a file that another tool reads can't be replaced.
                await Task.Delay(Pause).ConfigureAwait(false);
            }
        }
    }
}
