using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;

namespace BedrockJobs;

/// <summary>
/// Writes the members of an output object as one line. Views show it, and it is what is left of an object that
/// Export-Clixml, ConvertTo-Json or a remote session writes no deeper.
/// </summary>
internal sealed class MemberText
{
    private readonly List<string> _parts = [];

    /// <summary>Adds a value that speaks for itself, if there is one.</summary>
    public MemberText Add(object? value)
    {
        if (value?.ToString() is { Length: > 0 } text)
        {
            _parts.Add(text);
        }

        return this;
    }

    /// <summary>Adds a value under its name, if there is one.</summary>
    public MemberText Add(string name, IConvertible? value) =>
        value is null ? this : Add($"{name}={value.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Adds the entries.</summary>
    public MemberText Add(OrderedDictionary entries)
    {
        _parts.AddRange(Texts(entries));
        return this;
    }

    /// <summary>Adds the entries under a name, if there are any.</summary>
    public MemberText Add(string name, OrderedDictionary entries) =>
        Add(name, [.. Texts(entries)]);

    /// <summary>Adds the items under a name, if there are any.</summary>
    public MemberText Add(string name, IReadOnlyList<object> items) =>
        items.Count == 0 ? this : Add($"{name}({string.Join("; ", items)})");

    /// <summary>The members, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _parts);

    private static IEnumerable<string> Texts(OrderedDictionary entries) =>
        entries.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}");
}
