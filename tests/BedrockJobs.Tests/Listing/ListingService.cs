namespace BedrockJobs.Tests.Listing;

/// <summary>A service in memory that only lists jobs.</summary>
internal abstract class ListingService : IBedrockService
{
    public string Region { get; init; } = "us-east-1";

    public string Name => Region;

    public string Endpoint => "memory";

    public bool CanRenewKey => false;

    public abstract Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken);

    public Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose()
    {
    }
}
