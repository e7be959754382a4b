namespace LocalBedrock.Jobs;

/// <summary>A shelf of jobs for each account in each region of the server.</summary>
internal sealed class JobStore(IEnumerable<string> regions, IEnumerable<string> accounts)
{
    private readonly Dictionary<(string Region, string Account), JobShelf> _shelves = (
        from region in regions
        from account in accounts.Distinct()
        select new JobShelf(region, account)).ToDictionary(s => (s.Region, s.Account));

    public IEnumerable<JobShelf> Shelves => _shelves.Values;

    /// <returns>Null if the server doesn't serve the region or doesn't have the account.</returns>
    public JobShelf? Find(string region, string account) => _shelves.GetValueOrDefault((region, account));
}
