using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BedrockJobs.Views;

namespace BedrockJobs;

/// <summary>
/// What was asked of a listing. It is the target of the errors that a listing writes, and from the pipeline
/// Get-BdrCustomizationJob goes on with it: <see cref="NextToken"/> is the token of the page that failed, and
/// <see cref="Skip"/> and <see cref="First"/> are what is left of them.
/// </summary>
public sealed class JobQuery : IFormattable
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

    /// <summary>The shared credentials file that the profile is read from; null for the usual one.</summary>
    public string? ProfileLocation { get; internal set; }

    /// <summary>The address that -EndpointUrl gave; null for none.</summary>
    public string? EndpointUrl { get; internal set; }

    /// <summary>Whether the identity was given with -Credential. The key is not kept, so it has to be given again to go on.</summary>
    public bool UsesCredential { get; internal set; }

    /// <summary>Whether the listing can go on from here.</summary>
    public bool IsResumable { get; internal set; } = true;

    /// <summary>
    /// The ARNs of the jobs that came last, up to 2,000 for each target. They don't come again where the next page overlaps
    /// what was read.
    /// </summary>
    public IReadOnlyList<string> ListedJobArn { get; internal set; } = [];

    /// <summary>
    /// Where the error ended the listing of several Regions or profiles: each that was not read to its end, with its own page
    /// to go on from. Empty where the others went on, and only this one is left.
    /// </summary>
    public IReadOnlyList<JobQuery> Targets { get; internal set; } = [];

    /// <summary>Whether the newest come first.</summary>
    internal bool IsDescending => string.Equals(SortOrder, "Descending", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether -Skip or -First leave any jobs out.</summary>
    internal bool IsLimited => Skip > 0 || First != ulong.MaxValue;

    /// <summary>The most jobs that the API returns in one page.</summary>
    internal const int LargestPage = 1000;

    /// <summary>
    /// What each target is asked to go on. The filters are this query's for all; each has its own place and page.
    /// </summary>
    internal IReadOnlyList<JobQuery> Rests
    {
        get
        {
            IReadOnlyList<JobQuery> targets = Targets.Count == 0 ? [this] : Targets;

            // Of two targets that show the same job, the other one may have listed it.
            string[] listed = [.. targets.SelectMany(target => target.ListedJobArn)];
            return [.. targets.Select(target => From(target.NextToken, listed, Skip, First).Of(target.Region, target.ProfileName))];
        }
    }

    /// <summary>The same query from another page on.</summary>
    internal JobQuery From(string? nextToken, IReadOnlyList<string> listed, ulong skip, ulong first)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.NextToken = nextToken;
        copy.ListedJobArn = listed;
        copy.Targets = [];
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
        return parts.Count == 0 ? "all jobs" : PrintableText.From(string.Join(" ", parts.Select(part => "-" + part)));

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(name + " " + value);
            }
        }
    }

    // By this the format file gets its cells, as those of a job.
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format == "G"
            ? ToString()
            : JobQueryView.Cell(this, format!)
                ?? throw new FormatException(string.Format(CultureInfo.CurrentCulture, SR.UnknownQueryCell, format));
}
