namespace LocalBedrock.Logging;

/// <summary>
/// Logs every request to the API. An entry exists from its arrival and has its status before the client
/// can get the response, so that a test that has the response finds the entry.
/// </summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, LogEntry> _entries = [];
    private int _last;

    /// <returns>The entry, with its number.</returns>
    public LogEntry Add(LogEntry entry)
    {
        lock (_gate)
        {
            entry = entry with { Number = ++_last };
            _entries.Add(entry.Number, entry);
            return entry;
        }
    }

    /// <summary>Does nothing if the log was cleared after the request arrived.</summary>
    public void Update(LogEntry entry)
    {
        lock (_gate)
        {
            if (_entries.ContainsKey(entry.Number))
            {
                _entries[entry.Number] = entry;
            }
        }
    }

    /// <summary>In order of arrival.</summary>
    public LogEntry[] Entries()
    {
        lock (_gate)
        {
            return [.. _entries.Values];
        }
    }

    /// <summary>Numbering continues, so that no two requests have the same number.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }
}
