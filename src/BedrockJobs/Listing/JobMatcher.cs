using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BedrockJobs.Listing;

/// <summary>The filters that are applied here, since the service has none like them.</summary>
internal sealed class JobMatcher
{
    private readonly Dictionary<string, bool> _exactNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WildcardPattern> _namePatterns = [];
    private readonly HashSet<string>? _statuses;

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

        // The service filters by one status; one listing per status could lose a job that changes between two of them.
        var statuses = new HashSet<string>(query.Status, StringComparer.OrdinalIgnoreCase);
        if (statuses.Count == 1)
        {
            StatusForService = statuses.First();
        }
        else if (statuses.Count > 1)
        {
            _statuses = statuses;
        }
    }

    /// <summary>The status to leave to the service; null for none.</summary>
    public string? StatusForService { get; }

    /// <summary>Whether jobs that the service sends may be dropped here.</summary>
    public bool IsSelective => FiltersByName || _statuses is not null;

    /// <summary>The exact names that no job seen so far bears.</summary>
    public IEnumerable<string> NamesNotSeen => _exactNames.Where(name => !name.Value).Select(name => name.Key);

    private bool FiltersByName => _exactNames.Count > 0 || _namePatterns.Count > 0;

    public bool Matches(CustomizationJob job) =>
        (!FiltersByName || MatchesName(job.JobName)) && (_statuses is null || _statuses.Contains(job.Status));

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
