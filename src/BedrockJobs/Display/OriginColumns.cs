namespace BedrockJobs.Display;

/// <summary>
/// Selects the columns that show the origin of the jobs from several Regions or accounts. A view can't see other rows,
/// so each job gets the type name of the matching view, as with <c>Get-Process -IncludeUserName</c>.
/// </summary>
internal sealed class OriginColumns
{
    /// <summary>
    /// The columns of a window in which the name can come first: a view with fixed widths loses its last columns in a
    /// narrower one.
    /// </summary>
    private const int WideWindow = 120;

    private readonly string? _typeName;

    /// <param name="region">Whether the jobs are from several Regions.</param>
    /// <param name="account">Whether the jobs are from several accounts.</param>
    /// <param name="windowWidth">
    /// Returns the columns of the window; null without a window. It isn't called for one Region and account, whose first row
    /// doesn't wait for the console.
    /// </param>
    public OriginColumns(bool region, bool account, Func<int?> windowWidth)
    {
        var view = (region ? "Region" : string.Empty) + (account ? "Account" : string.Empty);
        _typeName = view.Length == 0
            ? null
            : typeof(CustomizationJob).FullName + (windowWidth() < WideWindow ? "#Narrow" : "#") + view;
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
