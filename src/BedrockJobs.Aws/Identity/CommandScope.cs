using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// What all targets of one command share, such as the files as they were read once, or the key of an instance. The next
/// command begins anew.
/// </summary>
internal sealed class CommandScope
{
    private static readonly ConditionalWeakTable<object, CommandScope> Scopes = [];

    private readonly ConcurrentDictionary<object, Lazy<object?>> _values = new();

    /// <param name="command">The command; null for work that belongs to none.</param>
    public static CommandScope Of(object? command) => command is null ? new CommandScope() : Scopes.GetOrCreateValue(command);

    /// <summary>The shared files, which are read once in a command. A pipe gives its text only once.</summary>
    /// <exception cref="SharedFileException">A file can't be read, or doesn't have the format.</exception>
    public ProfileSet Profiles(string? profileLocation) =>
        Once((nameof(Profiles), profileLocation), () => ProfileSet.Read(profileLocation))!;

    /// <summary>Gets a value that is made when the first target asks for it. The others wait for that.</summary>
    /// <param name="key">What tells it from other values.</param>
    /// <param name="make">Makes it. What this throws is thrown to every target.</param>
    public T? Once<T>(object key, Func<T?> make)
        where T : class =>
        (T?)_values.GetOrAdd(key, _ => new Lazy<object?>(make)).Value;
}
