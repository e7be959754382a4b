using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// The data that all places of one command share, such as the contents of the files or the key of an instance. The
/// next command gets it again.
/// </summary>
internal sealed class CommandScope
{
    private static readonly ConditionalWeakTable<object, CommandScope> Scopes = [];

    private readonly ConcurrentDictionary<object, Lazy<object>> _values = new();

    /// <param name="command">The command; null for work outside a command.</param>
    public static CommandScope Of(object? command) => command is null ? new CommandScope() : Scopes.GetOrCreateValue(command);

    /// <summary>The shared files, which are read once for each command. A pipe returns its text only once.</summary>
    /// <param name="profileLocation">The credentials file that the user specifies; null for the default file.</param>
    /// <exception cref="SharedFileException">A file can't be read, or its format isn't valid.</exception>
    public Task<ProfileSet> ProfilesAsync(string? profileLocation, bool isNeeded) =>
        Once((typeof(ProfileSet), profileLocation, isNeeded), () => ProfileSet.ReadAsync(profileLocation, isNeeded));

    /// <summary>
    /// Returns a value that is created when the first place requests it. The other places wait for it.
    /// </summary>
    /// <param name="make">Creates the value, or starts the task that does. Every place gets its exception.</param>
    public T Once<T>(object key, Func<T> make)
        where T : class =>
        (T)_values.GetOrAdd(key, _ => new Lazy<object>(make)).Value;
}
