namespace LocalBedrock.Jobs;

/// <summary>
/// The jobs of one account in one region. A listing reads an array that is replaced and never changed, so it
/// doesn't wait for writers and doesn't see incomplete changes.
/// </summary>
internal sealed class JobShelf(string region, string account)
{
    private static readonly Comparer<Job> ByPosition =
        Comparer<Job>.Create((a, b) => Job.Compare(a.CreationTime, a.Arn, b.CreationTime, b.Arn));

    private readonly Lock _gate = new();

    // Names and ARNs share a dictionary, because a name contains no colon and an ARN contains several.
    private readonly Dictionary<string, Job> _byIdentifier = [];
    private volatile Job[] _sorted = [];

    public string Region { get; } = region;

    public string Account { get; } = account;

    /// <summary>All jobs by creation time, then by ARN. Callers must not change the array.</summary>
    public Job[] Sorted => _sorted;

    public Job? Find(string nameOrArn)
    {
        lock (_gate)
        {
            return _byIdentifier.GetValueOrDefault(nameOrArn);
        }
    }

    /// <summary>Adds all of the jobs, or none if a name or an ARN exists.</summary>
    /// <returns>The identifier that exists, or null if the jobs were added.</returns>
    public string? Add(IReadOnlyCollection<Job> jobs)
    {
        lock (_gate)
        {
            var identifiers = new HashSet<string>(2 * jobs.Count);
            foreach (var identifier in jobs.SelectMany(j => (string[])[j.Name, j.Arn]))
            {
                if (_byIdentifier.ContainsKey(identifier) || !identifiers.Add(identifier))
                {
                    return identifier;
                }
            }

            foreach (var job in jobs)
            {
                _byIdentifier[job.Name] = _byIdentifier[job.Arn] = job;
            }

            Job[] sorted = [.. _sorted, .. jobs];
            Array.Sort(sorted, ByPosition);
            _sorted = sorted;
            return null;
        }
    }

    /// <summary>Removes the job with a name, or all jobs if the name is null.</summary>
    /// <returns>Whether a job was removed.</returns>
    public bool Remove(string? name)
    {
        lock (_gate)
        {
            var before = _sorted.Length;
            _sorted = [.. _sorted.Where(job => name is not null && job.Name != name)];
            foreach (var identifier in _byIdentifier.Where(i => name is null || i.Value.Name == name).Select(i => i.Key).ToArray())
            {
                _byIdentifier.Remove(identifier);
            }

            return _sorted.Length < before;
        }
    }
}
