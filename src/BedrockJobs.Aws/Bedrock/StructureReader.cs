using System.Collections;
using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads a JSON object into a <typeparamref name="T"/>, with the members that were added.</summary>
/// <remarks>
/// Unknown members are ignored, because the service might add some at any time. A member that is null is treated as
/// missing. A duplicate member, or one with another type, is an error that contains its name.
/// </remarks>
internal sealed class StructureReader<T> : IEnumerable
    where T : class, new()
{
    // Limited by the bits that detect duplicate members.
    private const int MostMembers = 64;

    private readonly List<(byte[] Name, MemberReader<T> Read)> _members = [];

    /// <summary>Adds a member. Reading is fastest if the members are in the same order as in the response.</summary>
    public void Add(string name, MemberReader<T> read)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_members.Count, MostMembers);
        _members.Add((Encoding.UTF8.GetBytes(name), read));
    }

    /// <summary>Reads the object at the current position.</summary>
    /// <exception cref="JsonException">The value isn't such an object.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidOperationException(SR.NotAnObject);
        }

        var target = new T();
        var seen = 0UL;
        var member = -1;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var expected = member + 1;
                member = -1;
                member = Find(ref reader, expected);
                reader.Read();
                if (member < 0)
                {
                    reader.Skip();
                    continue;
                }

                if ((seen & (1UL << member)) != 0)
                {
                    throw new JsonException(string.Format(CultureInfo.CurrentCulture, SR.MemberTwice, Name(member)));
                }

                seen |= 1UL << member;
                if (reader.TokenType != JsonTokenType.Null)
                {
                    _members[member].Read(target, ref reader);
                }
            }
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new JsonException(
                member < 0 ? SR.MemberName : string.Format(CultureInfo.CurrentCulture, SR.MemberType, Name(member)), exception);
        }

        return target;
    }

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    private string Name(int member) => Encoding.UTF8.GetString(_members[member].Name);

    // Most objects have their members in the same order.
    private int Find(ref Utf8JsonReader reader, int expected)
    {
        for (var i = expected; i < _members.Count; i++)
        {
            if (reader.ValueTextEquals(_members[i].Name))
            {
                return i;
            }
        }

        for (var i = 0; i < expected; i++)
        {
            if (reader.ValueTextEquals(_members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
