using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;

namespace BedrockJobs;

/// <summary>A list whose text is its items, so that it's readable in a CSV file, an HTML table, and a string.</summary>
public sealed class OutputList<T> : List<T>
{
    /// <summary>Returns the items as the list view shows them.</summary>
    public override string ToString() => OutputObject.Text(this, ", ", CultureInfo.InvariantCulture);
}

/// <summary>
/// A dictionary whose text is its entries, such as <c>batchSize=8, epochCount=2</c>. Like <c>[ordered]</c> in PowerShell, it's
/// displayed as a table and has an order, and lookups aren't case-sensitive.
/// </summary>
[SuppressMessage("Design", "CA1010", Justification = "PowerShell takes it for a dictionary by IDictionary, as [ordered].")]
public sealed class OutputDictionary() : OrderedDictionary(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>Returns the entries as the list view shows them.</summary>
    public override string ToString() => OutputObject.Text(this, ", ", CultureInfo.InvariantCulture);

    /// <summary>Returns the entries, sorted by name. Of names that differ only in case, the last value remains.</summary>
    internal static OutputDictionary Sorted(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var sorted = new OutputDictionary();
        foreach (var (name, value) in entries.OrderBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase))
        {
            sorted[name] = value;
        }

        return sorted;
    }
}
