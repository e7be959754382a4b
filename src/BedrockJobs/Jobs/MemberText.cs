using System.Collections;
using System.Collections.Specialized;

namespace BedrockJobs;

/// <summary>
/// Formats the properties of an output object on one line. Views show it, and so do Export-Clixml, ConvertTo-Json, and
/// remote sessions for objects beyond their depth.
/// </summary>
internal sealed class MemberText
{
    private readonly List<string> _parts = [];

    /// <summary>Adds a value without a name, if it isn't null.</summary>
    public MemberText Add(object? value)
    {
        if (value?.ToString() is { Length: > 0 } text)
        {
            _parts.Add(text);
        }

        return this;
    }

    /// <summary>Adds a value with its name, if it isn't null.</summary>
    public MemberText Add(string name, IConvertible? value) =>
        value is null ? this : Add($"{name}={value.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Adds the entries.</summary>
    public MemberText Add(OrderedDictionary entries)
    {
        _parts.AddRange(Texts(entries));
        return this;
    }

    /// <summary>Adds the entries with a name, if there are any.</summary>
    public MemberText Add(string name, OrderedDictionary entries) =>
        Add(name, [.. Texts(entries)]);

    /// <summary>Adds the items with a name, if there are any.</summary>
    public MemberText Add(string name, IReadOnlyList<object> items) =>
        items.Count == 0 ? this : Add($"{name}({string.Join("; ", items)})");

    /// <summary>Returns the properties, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _parts);

    private static IEnumerable<string> Texts(OrderedDictionary entries) =>
        entries.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}");
}
