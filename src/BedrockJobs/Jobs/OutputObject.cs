using System.Collections;
using System.ComponentModel;

namespace BedrockJobs;

/// <summary>
/// The base class of the objects that the cmdlets return. Where the module is imported, such an object stays what it is
/// through Export-Clixml, jobs, and remote sessions.
/// </summary>
[TypeConverter(typeof(OutputObjectConverter))]
public abstract class OutputObject : IFormattable
{
    private protected OutputObject()
    {
    }

    /// <summary>
    /// Returns what an object was before PowerShell read it from a file or another session without converting it: before the
    /// module was imported, or in ConstrainedLanguage mode. Returns null if it was changed or not saved completely.
    /// </summary>
    public static OutputObject? Restore(PSObject saved)
    {
        try
        {
            return OutputObjectConverter.Restore(saved);
        }
        catch (PSInvalidCastException)
        {
            return null;
        }
    }

    /// <summary>Returns the properties that are set, such as <c>EpochCount=2, BatchSize=32</c>.</summary>
    public override string ToString() => string.Join(", ",
        from property in GetType().GetProperties()
        let value = property.GetValue(this)
        let text = Text(value, "; ", CultureInfo.InvariantCulture)
        where text.Length > 0
        select value is OutputObject || property.Name == "S3Uri" ? text
            : value is IEnumerable and not string ? $"{property.Name}({text})"
            : $"{property.Name}={text}");

    // The format file gets its cells through this method, as in '{0:Status}' -f $_. This works in ConstrainedLanguage mode, in
    // which a format file can't call the module's methods, and an explicit implementation adds no member that users see.
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format == "G"
            ? ToString()
            : Cell(format) ?? throw new FormatException(SR.UnknownCell.With(format, GetType().Name));

    /// <summary>Returns a cell of the views, safe to print.</summary>
    /// <param name="name">The name of a property, or <c>Properties</c> for all properties that are set, one on each line.</param>
    /// <returns>Null if there is no cell with that name.</returns>
    private protected virtual string? Cell(string name) =>
        name == "Properties" ? Properties()
        : GetType().GetProperty(name) is { } property ? PrintableText.From(Text(property.GetValue(this), ", ", CultureInfo.CurrentCulture))
        : null;

    private string Properties()
    {
        var cells = GetType().GetProperties().Select(property => (property.Name, Text: Cell(property.Name)!)).Where(cell => cell.Text.Length > 0).ToList();
        var width = cells.Select(cell => cell.Name.Length).DefaultIfEmpty().Max();
        return string.Join("\n", cells.Select(cell => $"{cell.Name.PadRight(width)} : {cell.Text}"));
    }

    /// <summary>Returns a value on one line.</summary>
    internal static string Text(object? value, string separator, CultureInfo culture) => value switch
    {
        OutputDictionary entries => string.Join(separator, entries.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}")),
        IEnumerable<OutputObject> items => string.Join("; ", items),
        IEnumerable<string> items => string.Join(separator, items),
        _ => Convert.ToString(value, culture) ?? string.Empty,
    };
}
