namespace BedrockJobs.Listing;

/// <summary>The part of the matching jobs that <c>-Skip</c> and <c>-First</c> leave.</summary>
internal sealed class ResultWindow
{
    private ulong _toSkip;
    private ulong _toTake;

    public ResultWindow(ulong skip, ulong first)
    {
        _toSkip = skip;
        _toTake = first;
    }

    /// <summary>How many matching jobs are still to be passed over.</summary>
    public ulong Skip => _toSkip;

    /// <summary>How many are still to be returned; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong First => _toTake;

    /// <summary>How many matching jobs complete the window; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong Wanted => _toTake > ulong.MaxValue - _toSkip ? ulong.MaxValue : _toSkip + _toTake;

    /// <summary>Whether it leaves out any of the jobs to come.</summary>
    public bool IsLimited => _toSkip > 0 || _toTake != ulong.MaxValue;

    /// <summary>Whether no further job can fall into the window.</summary>
    public bool IsComplete => _toTake == 0;

    /// <summary>Takes note of the next matching job.</summary>
    /// <returns>Whether it is to be returned.</returns>
    public bool Admit()
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        if (_toTake == 0)
        {
            return false;
        }

        // Where -First was not given there is nothing to count down.
        if (_toTake != ulong.MaxValue)
        {
            _toTake--;
        }

        return true;
    }
}
