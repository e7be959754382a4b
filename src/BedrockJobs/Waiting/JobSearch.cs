using System.Collections.Generic;
using System.Linq;

namespace BedrockJobs.Waiting;

/// <summary>A job that may be in any of several places, and what they have said of it so far.</summary>
internal sealed class JobSearch
{
    private readonly bool _isOneJob;
    private readonly List<BedrockRequestException> _failures = [];
    private int _openPlaces;

    /// <param name="places">How many places are asked.</param>
    /// <param name="isOneJob">
    /// Whether one place at most has the job, as with an ARN. A name may be that of a job in each.
    /// </param>
    public JobSearch(int places, bool isOneJob)
    {
        PlaceCount = _openPlaces = places;
        _isOneJob = isOneJob;
    }

    public int PlaceCount { get; }

    /// <summary>Whether some place has the job.</summary>
    public bool IsFound { get; private set; }

    /// <summary>A place has the job.</summary>
    /// <returns>What is an error of the whole, if this was the last place to answer.</returns>
    public IReadOnlyList<BedrockRequestException> NoteFound()
    {
        IsFound = true;
        _openPlaces--;
        return Errors;
    }

    /// <summary>A place has not.</summary>
    /// <returns>What is an error of the whole, if this was the last place to answer.</returns>
    public IReadOnlyList<BedrockRequestException> NoteFailure(BedrockRequestException exception)
    {
        _failures.Add(exception);
        _openPlaces--;
        return Errors;
    }

    // That one place does not have the job says nothing where another has it, or may have.
    private IReadOnlyList<BedrockRequestException> Errors
    {
        get
        {
            if (_openPlaces > 0 || (IsFound && _isOneJob))
            {
                return [];
            }

            var others = _failures.Where(failure => failure.ErrorId != BedrockErrorId.JobNotFound).ToList();
            return IsFound || others.Count > 0 ? others : [.. _failures.Take(1)];
        }
    }
}
