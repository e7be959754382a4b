namespace BedrockJobs.Tests.Waiting;

/// <summary>A service in memory whose jobs follow the clock of the wait, and which records its requests.</summary>
internal sealed class LivingService(VirtualClock clock, IReadOnlyList<JobLife> jobs) : IBedrockService
{
    private int _running;

    public IReadOnlyList<JobLife> Jobs { get; } = jobs;

    public IReadOnlyList<Disturbance> Disturbances { get; init; } = [];

    public int LongestPage { get; init; } = int.MaxValue;

    public bool CanRenewKey { get; init; } = true;

    /// <summary>The name of a job for which every response is malformed; null for none.</summary>
    public string? UnreadableJob { get; set; }

    /// <summary>The name of a job for which the service half throws an unexpected exception; null for none.</summary>
    public string? BreakingJob { get; set; }

    public List<JobQuery> Listings { get; } = [];

    public List<string> Gets { get; } = [];

    public int MostRunning { get; private set; }

    public bool IsDisposed { get; private set; }

    public string Region => "us-east-1";

    public string Name { get; init; } = "us-east-1";

    public string Endpoint => "memory";

    public async Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken)
    {
        Listings.Add(request);
        await DisturbAsync(disturbance => disturbance.HitsList, cancellationToken).ConfigureAwait(false);
        var start = request.NextToken is null ? 0 : int.Parse(request.NextToken, CultureInfo.InvariantCulture);
        var listed = Jobs.Where(job => job.ExistsAt(clock.Now))
            .Select(job => job.At(clock.Now))
            .Where(job => !(job.CreationTime <= request.CreatedAfter) && !(job.CreationTime >= request.CreatedBefore))
            .OrderByDescending(job => job.CreationTime)
            .Select(Summary)
            .ToList();
        var page = listed.Skip(start).Take(Math.Min(request.PageSize, LongestPage)).ToList();
        var end = start + page.Count;
        return new JobPage(page, [], end < listed.Count ? end.ToString(CultureInfo.InvariantCulture) : null, RequestId: null);
    }

    public async Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken)
    {
        lock (Gets)
        {
            Gets.Add(jobIdentifier);
            MostRunning = Math.Max(MostRunning, ++_running);
        }

        await DisturbAsync(disturbance => disturbance.HitsGet, cancellationToken).ConfigureAwait(false);
        lock (Gets)
        {
            _running--;
        }

        if (UnreadableJob is not null && jobIdentifier.EndsWith(UnreadableJob, StringComparison.Ordinal))
        {
            throw new BedrockRequestException(BedrockErrorId.MalformedResponse, $"{Name}: {BedrockErrorId.MalformedResponse}", detail: null);
        }

        if (BreakingJob is not null && jobIdentifier.EndsWith(BreakingJob, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("a fault");
        }

        return Jobs.FirstOrDefault(job => job.ExistsAt(clock.Now) && (job.Name == jobIdentifier || job.Arn == jobIdentifier))
            ?.At(clock.Now) ?? throw new BedrockRequestException(BedrockErrorId.JobNotFound, jobIdentifier, detail: null);
    }

    public Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose() => IsDisposed = true;

    private async Task DisturbAsync(Func<Disturbance, bool> isHit, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        foreach (var disturbance in Disturbances.Where(one => one.From <= now && now < one.To && isHit(one)))
        {
            if (disturbance.Latency > TimeSpan.Zero)
            {
                // Continues as soon as the time is over, on the thread that moves the clock.
                await clock.Delay(disturbance.Latency, cancellationToken).ConfigureAwait(false);
            }

            if (disturbance.ErrorId is { } errorId)
            {
                throw new BedrockRequestException(errorId, $"{Name}: {errorId}", detail: null) { RetryAfter = disturbance.RetryAfter };
            }
        }
    }

    // A listing contains no details.
    private static CustomizationJob Summary(CustomizationJobDetail job) => new()
    {
        JobName = job.JobName,
        JobArn = job.JobArn,
        CreationTime = job.CreationTime,
        Status = job.Status,
        EndTime = job.EndTime,
        StatusDetails = job.StatusDetails,
    };
}
