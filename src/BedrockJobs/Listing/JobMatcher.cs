namespace BedrockJobs.Listing;

/// <summary>
/// Applies all filters, including those of the service: the service might not apply a filter, and the status of a job
/// might have changed after the service selected it.
/// </summary>
internal sealed class JobMatcher
{
    private readonly Dictionary<string, bool> _exactNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WildcardPattern> _namePatterns = [];
    private readonly HashSet<string> _statuses;
    private readonly string? _nameContains;
    private readonly DateTime? _createdAfter;
    private readonly DateTime? _createdBefore;

    public JobMatcher(JobQuery query)
    {
        foreach (var name in query.Name)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                _namePatterns.Add(WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant));
            }
            else
            {
                _exactNames[name] = false;
            }
        }

        _statuses = new HashSet<string>(query.Status, StringComparer.OrdinalIgnoreCase);
        StatusForService = query.StatusEquals;
        _nameContains = query.NameContains;
        _createdAfter = query.CreatedAfter;
        _createdBefore = query.CreatedBefore;
    }

    /// <summary>The status filter for the service; null for none.</summary>
    public string? StatusForService { get; }

    /// <summary>Whether filters that the service doesn't have drop jobs here.</summary>
    public bool IsSelective => FiltersByName || _statuses.Count > 1;

    /// <summary>The exact names that no job has had so far.</summary>
    public IEnumerable<string> NamesNotSeen => _exactNames.Where(name => !name.Value).Select(name => name.Key);

    private bool FiltersByName => _exactNames.Count > 0 || _namePatterns.Count > 0;

    /// <summary>Whether a job matches the filters of the service.</summary>
    public bool MatchesServiceFilter(CustomizationJob job) =>
        (StatusForService is null || string.Equals(job.Status, StatusForService, StringComparison.OrdinalIgnoreCase))
        && (_nameContains is null || job.JobName.Contains(_nameContains, StringComparison.OrdinalIgnoreCase))
        && ((_createdAfter is null && _createdBefore is null) || IsInTime(job.CreationTimeUtc));

    /// <summary>Whether a job matches the filters that the service doesn't have.</summary>
    public bool Matches(CustomizationJob job) =>
        (!FiltersByName || MatchesName(job.JobName)) && (_statuses.Count < 2 || _statuses.Contains(job.Status));

    // A response might contain a time that is truncated to the second or millisecond, while the service compares the
    // full time. Such a time stands for any time within its second or millisecond. Whether the bounds are inclusive is
    // up to the service.
    private bool IsInTime(DateTime time)
    {
        var precision = time.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.TicksPerSecond
            : time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? TimeSpan.TicksPerMillisecond
            : 1;
        return (_createdAfter is null || time.Ticks + precision > _createdAfter.Value.Ticks)
            && (_createdBefore is null || time <= _createdBefore);
    }

    private bool MatchesName(string name)
    {
        if (_exactNames.TryGetValue(name, out var seen))
        {
            if (!seen)
            {
                _exactNames[name] = true;
            }

            return true;
        }

        foreach (var pattern in _namePatterns)
        {
            if (pattern.IsMatch(name))
            {
                return true;
            }
        }

        return false;
    }
}
