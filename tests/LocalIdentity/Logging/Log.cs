using System;
using System.Collections.Generic;
using System.Threading;

namespace LocalIdentity.Logging;

/// <summary>
/// Remembers requests. One is there from its arrival on, and has its status before the client can have the reply.
/// </summary>
internal sealed class Log<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, T> _entries = [];
    private int _last;

    /// <param name="numbered">Makes the entry for the number that it gets.</param>
    /// <returns>The number, by which to change the entry.</returns>
    public int Add(Func<int, T> numbered)
    {
        lock (_gate)
        {
            _last++;
            _entries.Add(_last, numbered(_last));
            return _last;
        }
    }

    /// <summary>Does nothing when the log was cleared since.</summary>
    public void Update(int number, T entry)
    {
        lock (_gate)
        {
            if (_entries.ContainsKey(number))
                _entries[number] = entry;
        }
    }

    /// <summary>In the order of arrival.</summary>
    public T[] Entries()
    {
        lock (_gate)
            return [.. _entries.Values];
    }

    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }
}
