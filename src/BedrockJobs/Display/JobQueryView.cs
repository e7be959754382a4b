namespace BedrockJobs.Display;

/// <summary>
/// The cells of a query in BedrockJobs.Format.ps1xml. A page token comes from the service and can contain anything.
/// </summary>
internal static class JobQueryView
{
    /// <summary>Returns a cell of a query, safe to print.</summary>
    /// <returns>Null if there is no cell with that name.</returns>
    public static string? Cell(JobQuery query, string name) => name switch
    {
        nameof(JobQuery.Region) => PrintableText.From(query.Region),
        nameof(JobQuery.ProfileName) => PrintableText.From(query.ProfileName),
        nameof(JobQuery.ProfileLocation) => PrintableText.From(query.ProfileLocation),
        nameof(JobQuery.EndpointUrl) => PrintableText.From(query.EndpointUrl),
        nameof(JobQuery.Name) => PrintableText.From(string.Join(", ", query.Name)),
        nameof(JobQuery.NameContains) => PrintableText.From(query.NameContains),
        nameof(JobQuery.Status) => PrintableText.From(string.Join(", ", query.Status)),
        nameof(JobQuery.NextToken) => PrintableText.From(query.NextToken),
        nameof(JobQuery.Targets) => PrintableText.From(string.Join("; ", query.Targets)),
        _ => null,
    };
}
