using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BedrockJobs;

/// <summary>
/// What was asked of a listing. It is the target of the errors that a listing writes, so that a script can see what
/// failed and go on from there: <see cref="NextToken"/> is then the token of the page that failed, and
/// <see cref="Skip"/> and <see cref="First"/> are what is left of them.
/// </summary>
public sealed class JobQuery
{
    /// <summary>Job names, exact or wildcard patterns; empty for all.</summary>
    public IReadOnlyList<string> Name { get; internal set; } = [];

    /// <summary>The service's own name filter.</summary>
    public string? NameContains { get; internal set; }

    /// <summary>Statuses; empty for all.</summary>
    public IReadOnlyList<string> Status { get; internal set; } = [];

    /// <summary>The time after which jobs were created, in UTC.</summary>
    public DateTime? CreatedAfter { get; internal set; }

    /// <summary>The time before which jobs were created, in UTC.</summary>
    public DateTime? CreatedBefore { get; internal set; }

    /// <summary>What jobs are sorted by; the API knows only <c>CreationTime</c>.</summary>
    public string SortBy { get; internal set; } = "CreationTime";

    /// <summary><c>Descending</c>, newest first, or <c>Ascending</c>.</summary>
    public string SortOrder { get; internal set; } = "Descending";

    /// <summary>The most jobs to ask for in one request, 1 to 1000.</summary>
    public int PageSize { get; internal set; } = LargestPage;

    /// <summary>The token of the page to begin with; null for the first.</summary>
    public string? NextToken { get; internal set; }

    /// <summary>How many matching jobs to pass over.</summary>
    public ulong Skip { get; internal set; }

    /// <summary>How many jobs to return after those passed over; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong First { get; internal set; } = ulong.MaxValue;

    /// <summary>The AWS Region asked; null until one was chosen.</summary>
    public string? Region { get; internal set; }

    /// <summary>The profile whose identity is used; null where none was named.</summary>
    public string? ProfileName { get; internal set; }

    /// <summary>Whether the newest come first.</summary>
    internal bool IsDescending => string.Equals(SortOrder, "Descending", StringComparison.OrdinalIgnoreCase);

    /// <summary>The most jobs that the API returns in one page.</summary>
    internal const int LargestPage = 1000;

    /// <summary>The same query from another page on.</summary>
    internal JobQuery From(string? nextToken, ulong skip, ulong first)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.NextToken = nextToken;
        copy.Skip = skip;
        copy.First = first;
        return copy;
    }

    /// <summary>The same query of one target.</summary>
    internal JobQuery Of(string? region, string? profileName)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.Region = region;
        copy.ProfileName = profileName;
        return copy;
    }

    /// <summary>The filters in the form of parameters, such as <c>-Status InProgress -Name train-*</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(nameof(Name), string.Join(",", Name));
        Add(nameof(NameContains), NameContains);
        Add(nameof(Status), string.Join(",", Status));
        Add(nameof(CreatedAfter), CreatedAfter?.ToString("o", CultureInfo.InvariantCulture));
        Add(nameof(CreatedBefore), CreatedBefore?.ToString("o", CultureInfo.InvariantCulture));
        Add(nameof(Region), Region);
        Add(nameof(ProfileName), ProfileName);
        return parts.Count == 0 ? "all jobs" : string.Join(" ", parts.Select(part => "-" + part));

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(name + " " + value);
            }
        }
    }
}
