namespace BedrockJobs.Running;

/// <summary>A job that might be in one of several places, and the results from these places so far.</summary>
internal sealed class JobSearch
{
    private readonly string _identifier;
    private readonly bool _isOneJob;
    private readonly List<(string Place, BedrockRequestException Failure)> _failures = [];
    private int _openPlaces;

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

    /// <summary>
    /// The failures of the search as a whole when every place has responded; empty before. "Not found" in one place isn't
    /// an error if another place has the job or might have it. An ARN identifies one job, so if it's found, the failures of
    /// other places don't matter.
    /// </summary>
    public IReadOnlyList<BedrockRequestException> Failures
    {
        get
        {
            if (_openPlaces > 0 || (IsFound && _isOneJob))
            {
                return [];
            }

            var others = _failures.Select(failure => failure.Failure).Where(failure => failure.ErrorId != BedrockErrorId.JobNotFound).ToList();
            return IsFound || others.Count > 0 ? others
                : _failures.Count == 1 ? [_failures[0].Failure]
                : [MissingInAllPlaces()];
        }
    }

    /// <summary>Records that a place has the job.</summary>
    public void AddFound()
    {
        IsFound = true;
        _openPlaces--;
    }

    /// <summary>Records that a place doesn't have the job or that its request failed.</summary>
    public void AddFailure(string place, BedrockRequestException failure)
    {
        _failures.Add((place, failure));
        _openPlaces--;
    }

    private BedrockRequestException MissingInAllPlaces() => new(
        BedrockErrorId.JobNotFound,
        Operation.Get(_identifier, string.Join(", ", _failures.Select(failure => failure.Place))),
        detail: null);
}
