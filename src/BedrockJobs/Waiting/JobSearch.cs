namespace BedrockJobs.Waiting;

/// <summary>A job that might be in one of several places, and the results from these places so far.</summary>
internal sealed class JobSearch
{
    private readonly string _identifier;
    private readonly bool _isOneJob;
    private readonly List<(string Place, BedrockRequestException Exception)> _failures = [];
    private int _openPlaces;

    /// <param name="identifier">The name or ARN of the job.</param>
    /// <param name="places">The number of places.</param>
    /// <param name="isOneJob">
    /// Whether at most one place has the job, as with an ARN. A name can exist in each place.
    /// </param>
    public JobSearch(string identifier, int places, bool isOneJob)
    {
        _identifier = identifier;
        PlaceCount = _openPlaces = places;
        _isOneJob = isOneJob;
    }

    public int PlaceCount { get; }

    /// <summary>Whether at least one place has the job.</summary>
    public bool IsFound { get; private set; }

    /// <summary>Records that a place has the job.</summary>
    /// <returns>The errors of the search as a whole, if this was the last place to respond.</returns>
    public IReadOnlyList<BedrockRequestException> NoteFound()
    {
        IsFound = true;
        _openPlaces--;
        return Errors;
    }

    /// <summary>Records that a place doesn't have the job or that its request failed.</summary>
    /// <param name="place">The name of the place.</param>
    /// <param name="exception">The failure.</param>
    /// <returns>The errors of the search as a whole, if this was the last place to respond.</returns>
    public IReadOnlyList<BedrockRequestException> NoteFailure(string place, BedrockRequestException exception)
    {
        _failures.Add((place, exception));
        _openPlaces--;
        return Errors;
    }

    // "Not found" in one place isn't an error if another place has the job or might have it.
    private IReadOnlyList<BedrockRequestException> Errors
    {
        get
        {
            if (_openPlaces > 0 || (IsFound && _isOneJob))
            {
                return [];
            }

            var failures = _failures.Select(failure => failure.Exception).ToList();
            var others = failures.Where(failure => failure.ErrorId != BedrockErrorId.JobNotFound).ToList();
            return IsFound || others.Count > 0 ? others
                : failures.Count == 1 ? failures
                : [MissingJob.In(_identifier, _failures.Select(failure => failure.Place))];
        }
    }
}
