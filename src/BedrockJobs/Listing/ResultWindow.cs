namespace BedrockJobs.Listing;

/// <summary>The part of the matching jobs that <c>-Skip</c> and <c>-First</c> leave.</summary>
internal sealed class ResultWindow
{
    /// <summary>What PowerShell passes as <c>-First</c> where it was not given.</summary>
    private const ulong All = ulong.MaxValue;

    private readonly bool _isBounded;
    private ulong _toSkip;
    private ulong _toTake;

    public ResultWindow(ulong skip, ulong first)
    {
        _toSkip = skip;
        _toTake = first;
        _isBounded = first != All;
    }

    /// <summary>How many matching jobs are still to be passed over.</summary>
    public ulong Skip => _toSkip;

    /// <summary>How many are still to be returned; <see cref="ulong.MaxValue"/> for all.</summary>
    public ulong First => _toTake;

    /// <summary>Whether no further job can fall into the window.</summary>
    public bool IsComplete => _isBounded && _toTake == 0;

    /// <summary>Takes note of the next matching job.</summary>
    /// <returns>Whether it is to be returned.</returns>
    public bool Admit()
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        if (!_isBounded)
        {
            return true;
        }

        if (_toTake == 0)
        {
            return false;
        }

        _toTake--;
        return true;
    }

    /// <summary>How many more matching jobs complete the window, as far as that is below <paramref name="limit"/>.</summary>
    public int Needed(int limit)
    {
        if (!_isBounded || _toTake >= (ulong)limit || _toSkip >= (ulong)limit)
        {
            return limit;
        }

        var needed = _toSkip + _toTake;
        return needed >= (ulong)limit ? limit : (int)needed;
    }
}
