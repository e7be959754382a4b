using System.Collections.Generic;
using System.Threading;

namespace LocalBedrock.Logging;

/// <summary>
/// Remembers every request to the API. An entry is there from the arrival on, and holds its status before the client
/// can have the reply: a test that has an answer finds it in the log.
/// </summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, LogEntry> _entries = [];
    private int _last;

    /// <returns>The entry with its number.</returns>
    public LogEntry Add(LogEntry entry)
    {
        lock (_gate)
        {
            entry = entry with { Number = ++_last };
            _entries.Add(entry.Number, entry);
            return entry;
        }
    }

    /// <summary>Does nothing when the log was cleared since the request came.</summary>
    public void Update(LogEntry entry)
    {
        lock (_gate)
        {
            if (_entries.ContainsKey(entry.Number))
                _entries[entry.Number] = entry;
        }
    }

    /// <summary>In the order of arrival.</summary>
    public LogEntry[] Entries()
    {
        lock (_gate)
            return [.. _entries.Values];
    }

    /// <summary>Numbers go on from where they were, so that no two requests share one.</summary>
    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }
}
