namespace BedrockJobs.Running;

/// <summary>
/// Selects the view that shows the origin of the jobs from several Regions or accounts. A view can't see other rows, so each
/// job gets a type name that selects the view and says what its Origin column shows, as with <c>Get-Process
/// -IncludeUserName</c>.
/// </summary>
internal sealed class OriginColumns
{
    private readonly string? _typeName;

    public OriginColumns(bool severalRegions, bool severalAccounts)
    {
        _typeName = (severalRegions, severalAccounts) switch
        {
            (true, true) => "BedrockJobs.CustomizationJob#Origin",
            (true, false) => "BedrockJobs.CustomizationJob#Region",
            (false, true) => "BedrockJobs.CustomizationJob#AccountId",
            _ => null,
        };
    }

    /// <summary>Returns the job as it's written: unchanged, or with the type name.</summary>
    public object Mark(CustomizationJob job)
    {
        if (_typeName is null)
        {
            return job;
        }

        var marked = new PSObject(job);
        marked.TypeNames.Insert(0, _typeName);
        return marked;
    }
}
