using System;
using System.Threading;

namespace LocalBedrock;

/// <summary>
/// The time that jobs live by. It may start anywhere, run at any speed and be moved; signatures are checked
/// against another clock, since clients sign with the real time.
/// </summary>
internal sealed class ServiceClock
{
    private readonly TimeProvider _real;
    private readonly Lock _gate = new();
    private DateTime _base;
    private long _setAt;

    public ServiceClock(DateTime? start, double speed, TimeProvider real)
    {
        _real = real;
        Speed = speed;
        _base = start ?? real.GetUtcNow().UtcDateTime;
        _setAt = real.GetTimestamp();
    }

    public double Speed { get; }

    public DateTime Now
    {
        get
        {
            lock (_gate)
                return _base + (_real.GetElapsedTime(_setAt) * Speed);
        }
    }

    /// <summary>Moves the clock to <paramref name="now"/>, from where it runs on.</summary>
    public void Set(DateTime now)
    {
        lock (_gate)
        {
            _base = now;
            _setAt = _real.GetTimestamp();
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
            _base += by;
    }
}
