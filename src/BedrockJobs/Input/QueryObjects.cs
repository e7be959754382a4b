namespace BedrockJobs.Input;

/// <summary>
/// Recognizes objects that represent the query of an error: the query itself, or the object that PowerShell read from a file
/// or another session before the module was imported.
/// </summary>
internal static class QueryObjects
{
    /// <summary>Whether an object represents a query.</summary>
    public static bool IsQuery(object? candidate) =>
        candidate is JobQuery or PSObject { BaseObject: JobQuery } || OutputObjectConverter.TypeOf(candidate) == typeof(JobQuery);

    /// <summary>Returns the query that an object represents, which might come from a file that was changed.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">
    /// The query was not saved completely, or was changed.
    /// </exception>
    public static JobQuery ToQuery(object candidate)
    {
        try
        {
            return Checked((candidate as PSObject)?.BaseObject as JobQuery ?? candidate as JobQuery ?? (JobQuery)OutputObjectConverter.Restore((PSObject)candidate));
        }
        catch (PSInvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(SR.IncompleteQuery);
        }
    }

    private static JobQuery Checked(JobQuery query)
    {
        var fault = (query.Region is null ? null : ConnectionRules.FaultOfRegion(query.Region, () => []))
            ?? (query.EndpointUrl is null ? null : ConnectionRules.FaultOfEndpoint(query.EndpointUrl));
        if (fault is not null)
        {
            throw new ArgumentTransformationMetadataException(fault);
        }

        foreach (var target in query.Targets)
        {
            Checked(target);
        }

        return query;
    }
}
