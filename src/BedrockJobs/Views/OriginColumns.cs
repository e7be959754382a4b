using System.Management.Automation;

namespace BedrockJobs.Views;

/// <summary>
/// The columns that say where a job is from, in a table of jobs of several Regions or accounts. A view can't see other rows,
/// so each job bears a type name of the view that fits, as with <c>Get-Process -IncludeUserName</c>.
/// </summary>
internal sealed class OriginColumns
{
    private readonly string? _typeName;

    /// <param name="region">Whether the jobs are of several Regions.</param>
    /// <param name="account">Whether the jobs are of several accounts.</param>
    public OriginColumns(bool region, bool account)
    {
        var view = (region ? "Region" : string.Empty) + (account ? "Account" : string.Empty);
        _typeName = view.Length == 0 ? null : typeof(CustomizationJob).FullName + "#" + view;
    }

    /// <summary>The job as it is to be written: as it is, or bearing the type name.</summary>
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
