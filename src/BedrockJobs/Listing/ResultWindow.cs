namespace BedrockJobs.Listing;

/// <summary>The matching jobs that <c>-Skip</c> and <c>-First</c> select.</summary>
internal sealed class ResultWindow
{
    private ulong _toSkip;
    private ulong _toTake;

    public ResultWindow(ulong skip, ulong first)
    {
        _toSkip = skip;
        _toTake = first;
    }

    /// <summary>The number of matching jobs still to skip.</summary>
    public ulong Skip => _toSkip;

    /// <summary>The number of jobs still to return; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong First => _toTake;

    /// <summary>The number of matching jobs that complete the window; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong Wanted => _toTake > ulong.MaxValue - _toSkip ? ulong.MaxValue : _toSkip + _toTake;

    /// <summary>Whether it excludes any of the following jobs.</summary>
    public bool IsLimited => _toSkip > 0 || _toTake != ulong.MaxValue;

    /// <summary>Whether no further job can be in the window.</summary>
    public bool IsComplete => _toTake == 0;

    /// <summary>Records the next matching job.</summary>
    /// <returns>Whether to return the job.</returns>
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

        // Without -First, there is nothing to count.
        if (_toTake != ulong.MaxValue)
        {
            _toTake--;
        }

        return true;
    }
}
