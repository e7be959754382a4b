using System.Collections;

namespace BedrockJobs;

/// <summary>
/// Restores an <see cref="OutputObject"/> from the properties that PowerShell reads from a file or another session.
/// <see cref="OutputObjectTypeData"/> makes PowerShell use it.
/// </summary>
/// <remarks>
/// A file can contain anything. Only the types below are created, and only plain values of exactly the declared types are
/// set. An object that doesn't fit, such as one that was saved with less depth, stays as PowerShell reads it.
/// </remarks>
internal sealed class OutputObjectConverter : PSTypeConverter
{
    public const string Prefix = "Deserialized.";

    private static readonly Dictionary<string, Type> Types = typeof(OutputObject).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(OutputObject)))
        .ToDictionary(type => Prefix + type.FullName);

    public override bool CanConvertFrom(object sourceValue, Type destinationType) => TypeOf(sourceValue)?.IsAssignableTo(destinationType) == true;

    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        Restore((PSObject)sourceValue);

    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    /// <summary>The type that an object was before it was saved; null for any other object.</summary>
    public static Type? TypeOf(object? candidate) => candidate is PSObject { BaseObject: PSCustomObject } saved
        ? saved.TypeNames.Select(name => Types.GetValueOrDefault(name)).FirstOrDefault(type => type is not null)
        : null;

    /// <summary>Restores an object.</summary>
    /// <exception cref="PSInvalidCastException">The object was changed, or not saved completely.</exception>
    public static OutputObject Restore(PSObject saved)
    {
        var type = TypeOf(saved) ?? throw new PSInvalidCastException();
        var restored = (OutputObject)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (saved.Properties[property.Name] is not { } member)
            {
                // A job that an earlier version saved lacks the properties that a later version adds. A query has to be complete:
                // without its Region, it would list the jobs of another Region.
                if (type == typeof(JobQuery))
                {
                    throw new PSInvalidCastException();
                }
            }
            else if (member.Value is not null || property.GetValue(restored) is not null)
            {
                property.SetValue(restored, Value(member.Value, property.PropertyType));
            }
        }

        var shown = PSObject.AsPSObject(restored);
        foreach (var added in saved.Properties.Where(member => type.GetProperty(member.Name) is null))
        {
            shown.Properties.Add(new PSNoteProperty(added.Name, added.Value));
        }

        // The name that selects a view: see OriginColumns.
        foreach (var name in saved.TypeNames.Where(name => name.StartsWith($"{Prefix}{type.FullName}#", StringComparison.Ordinal)))
        {
            shown.TypeNames.Insert(0, name[Prefix.Length..]);
        }

        return restored;
    }

    private static object Value(object? saved, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var value = saved is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : saved;
        return value switch
        {
            PSObject nested when TypeOf(nested) == type => Restore(nested),
            IDictionary entries when type == typeof(OutputDictionary) => OutputDictionary.Sorted(entries.Cast<DictionaryEntry>().Select(
                entry => KeyValuePair.Create((string)Value(entry.Key, typeof(string)), (string)Value(entry.Value, typeof(string))))),
            IEnumerable items and not (string or IDictionary) when type.IsGenericType => Items(items, type),
            DateTime time when type == typeof(DateTime) => time.ToUniversalTime(),
            not null when type.IsInstanceOfType(value) => value,
            _ => throw new PSInvalidCastException(),
        };
    }

    private static IList Items(IEnumerable saved, Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in saved)
        {
            list.Add(Value(item, type.GenericTypeArguments[0]));
        }

        return list;
    }
}
