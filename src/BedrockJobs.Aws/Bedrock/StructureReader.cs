using System.Collections;
using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads the current value, which isn't null, into a member.</summary>
internal delegate void MemberReader<in T>(T structure, ref Utf8JsonReader json);

/// <summary>Reads a JSON object into a <typeparamref name="T"/>, with the members that were added.</summary>
/// <remarks>
/// Unknown members are ignored, because the service might add some at any time. A member that is null is treated as
/// missing. A duplicate member, or one with another type, is an error that contains its name.
/// </remarks>
internal sealed class StructureReader<T>(params string[] required) : IEnumerable
    where T : class, new()
{
    // Limited by the bits that detect duplicate members.
    private const int MostMembers = 64;

    private readonly List<(byte[] Name, MemberReader<T> Read)> _members = [];
    private ulong _required;

    /// <summary>Adds a member. Reading is fastest if the members are in the same order as in the response.</summary>
    public void Add(string name, MemberReader<T> read)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_members.Count, MostMembers);
        _required |= required.Contains(name) ? 1UL << _members.Count : 0;
        _members.Add((Encoding.UTF8.GetBytes(name), read));
    }

    public void Add(IEnumerable<(string Name, MemberReader<T> Read)> members)
    {
        foreach (var (name, read) in members)
        {
            Add(name, read);
        }
    }

    public IEnumerable<string> Names => _members.Select(member => Encoding.UTF8.GetString(member.Name));

    /// <summary>The names of the required members, for an object without any member.</summary>
    public string Required => string.Join(", ", required);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, out string?)"/>
    public T Read(ref Utf8JsonReader json) => Read(ref json, out _);

    /// <summary>Reads the object at the current position.</summary>
    /// <param name="missing">The names of the required members that are missing; null for none.</param>
    /// <exception cref="JsonException">The value isn't such an object.</exception>
    public T Read(ref Utf8JsonReader json, out string? missing)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidOperationException(SR.NotAnObject);
        }

        var structure = new T();
        var (seen, present) = (0UL, 0UL);
        var member = -1;
        try
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var expected = member + 1;
                member = -1;
                member = Find(ref json, expected);
                json.Read();
                if (member < 0)
                {
                    json.Skip();
                    continue;
                }

                if ((seen & (1UL << member)) != 0)
                {
                    throw new JsonException(SR.MemberTwice.With(Name(member)));
                }

                seen |= 1UL << member;
                if (json.TokenType != JsonTokenType.Null)
                {
                    present |= 1UL << member;
                    _members[member].Read(structure, ref json);
                }
            }
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new JsonException(
                member < 0 ? SR.MemberName : SR.MemberType.With(Name(member)), exception);
        }

        missing = (present & _required) == _required
            ? null
            : string.Join(", ", required.Where(name => (present & (1UL << _members.FindIndex(item => item.Name.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(name))))) == 0));
        return structure;
    }

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    private string Name(int member) => Encoding.UTF8.GetString(_members[member].Name);

    // Most objects have their members in the same order.
    private int Find(ref Utf8JsonReader json, int expected)
    {
        for (var i = expected; i < _members.Count; i++)
        {
            if (json.ValueTextEquals(_members[i].Name))
            {
                return i;
            }
        }

        for (var i = 0; i < expected; i++)
        {
            if (json.ValueTextEquals(_members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
