using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace BedrockJobs.Aws.Credentials;

/// <summary>What aws login saves: a key, and what is required to renew it.</summary>
internal sealed class LoginToken
{
    private readonly JsonObject _members;

    /// <exception cref="JsonException">A member occurs twice.</exception>
    public LoginToken(JsonObject members)
    {
        try
        {
            _members = members;
            var key = members["accessToken"] as JsonObject;
            Missing = key is null
                ? "accessToken"
                : Array.Find(["refreshToken", "clientId", "dpopKey"], name => Text(members, name) is null);
            Key = Text(key, "accessKeyId") is { } id && Text(key, "secretAccessKey") is { } secret
                ? new ImmutableCredentials(id, secret, Text(key, "sessionToken"))
                : null;

            // A key whose end is unknown is renewed.
            Expiration = DateTimeOffset.TryParse(
                Text(key, "expiresAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
                ? end.UtcDateTime
                : DateTime.MinValue;
            RefreshToken = Text(members, "refreshToken");
            ClientId = Text(members, "clientId");
            ProofKey = Text(members, "dpopKey");
            SignInRegion = Text(members, "signInRegion");
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(message: null, exception);
        }
    }

    /// <summary>The name of a required member that isn't there or has no value of its type; null for none.</summary>
    public string? Missing { get; }

    public ImmutableCredentials? Key { get; }

    /// <summary>The end of the key in UTC.</summary>
    public DateTime Expiration { get; }

    public string? RefreshToken { get; }

    public string? ClientId { get; }

    /// <summary>The private key that proves that the refresh token isn't stolen, in PEM format.</summary>
    public string? ProofKey { get; }

    public string? SignInRegion { get; }

    /// <summary>The token with the key of a response. Unknown members stay as they are.</summary>
    /// <returns>Null if the response contains no key.</returns>
    public LoginToken? With(JsonObject reply)
    {
        if (reply["accessToken"] is not JsonObject key
            || Text(key, "accessKeyId") is null
            || Text(key, "secretAccessKey") is null
            || Text(reply, "refreshToken") is not { } refreshToken
            || (reply["expiresIn"] as JsonValue)?.TryGetValue<double>(out var seconds) != true
            || !(seconds is > 0 and < int.MaxValue))
        {
            return null;
        }

        var members = _members.DeepClone().AsObject();
        var held = members["accessToken"]!.AsObject();
        foreach (var name in (string[])["accessKeyId", "secretAccessKey", "sessionToken"])
        {
            held[name] = Text(key, name);
        }

        held["expiresAt"] = DateTime.UtcNow.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        members["refreshToken"] = refreshToken;
        return new LoginToken(members);
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_members.ToJsonString());

    private static string? Text(JsonObject? members, string name) =>
        members?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}

/// <summary>The file of a token, which other processes and tools also read and replace.</summary>
/// <param name="session">The value of login_session.</param>
internal sealed class LoginTokenFile(string session)
{
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestReplacement = TimeSpan.FromMinutes(1);

    private readonly string _folder = EnvironmentSetting.Read("AWS_LOGIN_CACHE_DIRECTORY") is { } named
        ? UserPath.Expand(named)
        : System.IO.Path.Join(UserPath.Home(), ".aws", "login", "cache");

    private readonly string _name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant();

    public string Path => System.IO.Path.Join(_folder, _name + ".json");

    /// <exception cref="JsonException">The file doesn't contain a JSON object.</exception>
    public async Task<LoginToken> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await using (stream.ConfigureAwait(false))
                {
                    var root = await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
                    return new LoginToken(root as JsonObject ?? throw new JsonException());
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
        foreach (var left in Directory.EnumerateFiles(_folder, _name + ".*.tmp"))
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

        return new FileStream(System.IO.Path.Join(_folder, $"{_name}.{Guid.NewGuid():N}.tmp"), options);
    }

    /// <summary>Writes the replacement and moves it to this file, which is always whole.</summary>
    public async Task ReplaceAsync(FileStream replacement, LoginToken token)
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
