using System.Collections.Generic;
using System.Linq;

namespace LocalBedrock.Jobs;

/// <summary>A shelf of jobs for every account in every region that is served.</summary>
internal sealed class JobStore(IEnumerable<string> regions, IEnumerable<string> accounts)
{
    private readonly Dictionary<(string Region, string Account), JobShelf> _shelves = (
        from region in regions
        from account in accounts.Distinct()
        select new JobShelf(region, account)).ToDictionary(s => (s.Region, s.Account));

    public IEnumerable<JobShelf> Shelves => _shelves.Values;

    /// <returns>Null when the region isn't served or the account isn't known.</returns>
    public JobShelf? Find(string region, string account) => _shelves.GetValueOrDefault((region, account));
}
