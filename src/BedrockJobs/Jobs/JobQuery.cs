namespace BedrockJobs;

/// <summary>
/// The query of a listing. It's the target of the errors of a listing, and Get-BdrCustomizationJob accepts it from the
/// pipeline to resume the listing: <see cref="NextToken"/> is the token of the page that failed, and <see cref="Skip"/>
/// and <see cref="First"/> are the remaining counts.
/// </summary>
public sealed class JobQuery : OutputObject
{
    /// <summary>The names of the jobs, or wildcard patterns; empty for all jobs.</summary>
    public OutputList<string> Name { get; internal set; } = [];

    /// <summary>The name filter of the service.</summary>
    public string? NameContains { get; internal set; }

    /// <summary>The statuses of the jobs; empty for all jobs.</summary>
    public OutputList<string> Status { get; internal set; } = [];

    /// <summary>The time after which the jobs were created, in UTC.</summary>
    public DateTime? CreatedAfter { get; internal set; }

    /// <summary>The time before which the jobs were created, in UTC.</summary>
    public DateTime? CreatedBefore { get; internal set; }

    /// <summary>The property that the jobs are sorted by. The API supports only <c>CreationTime</c>.</summary>
    public string SortBy { get; internal set; } = "CreationTime";

    /// <summary><c>Descending</c> (newest first) or <c>Ascending</c>.</summary>
    public string SortOrder { get; internal set; } = "Descending";

    /// <summary>The maximum number of jobs in a response, from 1 to 1000.</summary>
    public int PageSize { get; internal set; } = LargestPage;

    /// <summary>The token of the page to start from; null for the first page.</summary>
    public string? NextToken { get; internal set; }

    /// <summary>The number of matching jobs to skip.</summary>
    public ulong Skip { get; internal set; }

    /// <summary>The number of jobs to return after the skipped jobs; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong First { get; internal set; } = ulong.MaxValue;

    /// <summary>The AWS Region; null until it's determined.</summary>
    public string? Region { get; internal set; }

    /// <summary>The profile that is used; null if none was specified.</summary>
    public string? ProfileName { get; internal set; }

    /// <summary>The shared credentials file that contains the profile; null for the default file.</summary>
    public string? ProfileLocation { get; internal set; }

    /// <summary>The URL that was specified with -EndpointUrl; null for none.</summary>
    public string? EndpointUrl { get; internal set; }

    /// <summary>
    /// Whether -Credential was used. The key isn't stored, so you must specify -Credential again to resume the listing.
    /// </summary>
    public bool UsesCredential { get; internal set; }

    /// <summary>Whether the listing can be resumed.</summary>
    public bool IsResumable { get; internal set; } = true;

    /// <summary>
    /// The ARNs of the last jobs, up to 2,000 for each place. They aren't returned again if the next page overlaps the
    /// previous ones.
    /// </summary>
    public OutputList<string> ListedJobArn { get; internal set; } = [];

    /// <summary>
    /// The remaining queries if the error ended a listing of several Regions or profiles: one for each place that
    /// wasn't read to the end, with its own page to start from. Empty if the other places continued and only this one
    /// is left.
    /// </summary>
    public OutputList<JobQuery> Targets { get; internal set; } = [];

    /// <summary>Whether the newest jobs come first.</summary>
    internal bool IsDescending => string.Equals(SortOrder, "Descending", StringComparison.OrdinalIgnoreCase);

    /// <summary>The maximum number of jobs that the API returns in a page.</summary>
    internal const int LargestPage = 1000;

    /// <summary>
    /// The status that the service filters by; null for none. The service takes one status. Separate listings for each
    /// status could miss a job whose status changes between them.
    /// </summary>
    internal string? StatusEquals =>
        Status.Count > 0 && Status.All(status => string.Equals(status, Status[0], StringComparison.OrdinalIgnoreCase)) ? Status[0] : null;

    /// <summary>
    /// The queries to resume. The filters of this query apply to all of them; each has its own Region, profile, and page.
    /// </summary>
    internal IReadOnlyList<JobQuery> Rests
    {
        get
        {
            var rests = Targets.Count == 0 ? [this] : Targets;

            // If two places return the same job, the other place might have returned it already.
            string[] listed = [.. rests.SelectMany(rest => rest.ListedJobArn)];
            return [.. rests.Select(rest => From(rest.NextToken, listed, Skip, First).Of(rest.Region, rest.ProfileName))];
        }
    }

    /// <summary>Returns the same query, starting from another page.</summary>
    internal JobQuery From(string? nextToken, IReadOnlyList<string> listed, ulong skip, ulong first)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.NextToken = nextToken;
        copy.ListedJobArn = [.. listed];
        copy.Targets = [];
        copy.Skip = skip;
        copy.First = first;
        return copy;
    }

    /// <summary>Returns the query of one page.</summary>
    internal JobQuery Page(string? nextToken, int pageSize)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.NextToken = nextToken;
        copy.PageSize = pageSize;
        return copy;
    }

    /// <summary>Returns the same query for one place.</summary>
    internal JobQuery Of(string? region, string? profileName)
    {
        var copy = (JobQuery)MemberwiseClone();
        copy.Region = region;
        copy.ProfileName = profileName;
        return copy;
    }

    /// <summary>
    /// Returns the inputs of <see
    /// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html">ListModelCustomizationJobs</see>
    /// with their API names, for <c>-Debug</c>. Page tokens are truncated.
    /// </summary>
    internal string ToRequestText()
    {
        var token = NextToken is { Length: > 12 } ? string.Concat(NextToken.AsSpan(0, 12), "\u2026") : NextToken;
        (string Name, object? Value)[] inputs =
        [
            ("statusEquals", StatusEquals),
            ("nameContains", NameContains),
            ("creationTimeAfter", CreatedAfter?.ToString("o", CultureInfo.InvariantCulture)),
            ("creationTimeBefore", CreatedBefore?.ToString("o", CultureInfo.InvariantCulture)),
            ("sortBy", SortBy),
            ("sortOrder", SortOrder),
            ("maxResults", PageSize),
            ("nextToken", token),
        ];
        return string.Join(", ", inputs.Where(input => input.Value is not null).Select(input => $"{input.Name}={input.Value}"));
    }

    /// <summary>
    /// Returns the filters in the form of parameters, such as <c>-Status InProgress -Name train-*</c>.
    /// </summary>
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
}
