namespace LocalBedrock.Logging;

/// <summary>
/// Logs requests. An entry exists from its arrival, and has its status before the client can get the response.
/// </summary>
internal sealed class Log<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, T> _entries = [];
    private int _last;

    /// <param name="numbered">Makes the entry for its number.</param>
    /// <returns>The number with which to change the entry.</returns>
    public int Add(Func<int, T> numbered)
    {
        lock (_gate)
        {
            _last++;
            _entries.Add(_last, numbered(_last));
            return _last;
        }
    }

    /// <summary>Does nothing if the log was cleared in the meantime.</summary>
    public void Update(int number, T entry)
    {
        lock (_gate)
        {
            if (_entries.ContainsKey(number))
            {
                _entries[number] = entry;
            }
        }
    }

    /// <summary>In order of arrival.</summary>
    public T[] Entries()
    {
        lock (_gate)
        {
            return [.. _entries.Values];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }
}
