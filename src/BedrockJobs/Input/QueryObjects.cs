using System.Collections;

namespace BedrockJobs.Input;

/// <summary>
/// Recognizes objects that represent the query of an error: the query itself, or the object that Import-Clixml or
/// remoting created from it.
/// </summary>
internal static class QueryObjects
{
    private static readonly string DeserializedType = "Deserialized." + typeof(JobQuery).FullName;

    /// <summary>Whether an object represents a query.</summary>
    public static bool IsQuery(object? candidate) => candidate switch
    {
        JobQuery or PSObject { BaseObject: JobQuery } => true,
        PSObject { BaseObject: PSCustomObject } saved => saved.TypeNames.Contains(DeserializedType),
        _ => false,
    };

    /// <summary>Restores a saved query.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">
    /// The query was not saved completely, or was changed.
    /// </exception>
    public static JobQuery ToQuery(PSObject saved)
    {
        try
        {
            return new JobQuery
            {
                Name = Texts(saved, nameof(JobQuery.Name)),
                NameContains = Text(saved, nameof(JobQuery.NameContains)),
                Status = Texts(saved, nameof(JobQuery.Status)),
                CreatedAfter = Time(saved, nameof(JobQuery.CreatedAfter)),
                CreatedBefore = Time(saved, nameof(JobQuery.CreatedBefore)),
                SortBy = Required<string>(saved, nameof(JobQuery.SortBy)),
                SortOrder = Required<string>(saved, nameof(JobQuery.SortOrder)),
                PageSize = Required<int>(saved, nameof(JobQuery.PageSize)),
                NextToken = Text(saved, nameof(JobQuery.NextToken)),
                Skip = Required<ulong>(saved, nameof(JobQuery.Skip)),
                First = Required<ulong>(saved, nameof(JobQuery.First)),
                Region = Checked(saved, nameof(JobQuery.Region), region => ConnectionRules.FaultOfRegion(region, () => [])),
                ProfileName = Text(saved, nameof(JobQuery.ProfileName)),
                ProfileLocation = Text(saved, nameof(JobQuery.ProfileLocation)),
                EndpointUrl = Checked(saved, nameof(JobQuery.EndpointUrl), ConnectionRules.FaultOfEndpoint),
                UsesCredential = Required<bool>(saved, nameof(JobQuery.UsesCredential)),
                IsResumable = Required<bool>(saved, nameof(JobQuery.IsResumable)),
                ListedJobArn = Texts(saved, nameof(JobQuery.ListedJobArn)),
                Targets = [.. List(saved, nameof(JobQuery.Targets)).Select(target =>
                    IsQuery(target) ? ToQuery((PSObject)target!) : throw Incomplete())],
            };
        }
        catch (PSInvalidCastException)
        {
            throw Incomplete();
        }
    }

    private static object? Value(PSObject saved, string name) => (saved.Properties[name] ?? throw Incomplete()).Value;

    private static T Required<T>(PSObject saved, string name) =>
        Value(saved, name) is { } value ? (T)LanguagePrimitives.ConvertTo(value, typeof(T), CultureInfo.InvariantCulture) : throw Incomplete();

    private static string? Text(PSObject saved, string name) => Value(saved, name)?.ToString();

    private static string? Checked(PSObject saved, string name, Func<string, string?> faultOf)
    {
        var text = Text(saved, name);
        return text is not null && faultOf(text) is { } fault ? throw new ArgumentTransformationMetadataException(fault) : text;
    }

    private static DateTime? Time(PSObject saved, string name) => Value(saved, name) is { } value
        ? ((DateTime)LanguagePrimitives.ConvertTo(value, typeof(DateTime), CultureInfo.InvariantCulture)).ToUniversalTime()
        : null;

    private static IReadOnlyList<string> Texts(PSObject saved, string name) =>
        [.. List(saved, name).Select(element => element?.ToString() ?? throw Incomplete())];

    // Export-Clixml saves a list beyond its depth as text.
    private static IEnumerable<object?> List(PSObject saved, string name) =>
        (Value(saved, name) is PSObject wrapped ? wrapped.BaseObject : Value(saved, name)) is IEnumerable list and not string
            ? list.Cast<object?>()
            : throw Incomplete();

    private static ArgumentTransformationMetadataException Incomplete() => new(SR.IncompleteQuery);
}
