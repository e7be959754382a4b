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
    private double _speed;
    private DateTime _base;
    private long _setAt;

    public ServiceClock(DateTime? start, double speed, TimeProvider real)
    {
        _real = real;
        _speed = speed;
        _base = start ?? real.GetUtcNow().UtcDateTime;
        _setAt = real.GetTimestamp();
    }

    /// <summary>How many seconds pass here in a real one; 0 stops the clock. A change counts from now on.</summary>
    public double Speed
    {
        get
        {
            lock (_gate)
                return _speed;
        }

        set
        {
            lock (_gate)
            {
                Restart(Current());
                _speed = value;
            }
        }
    }

    public DateTime Now
    {
        get
        {
            lock (_gate)
                return Current();
        }
    }

    /// <summary>Moves the clock to <paramref name="now"/>, from where it runs on.</summary>
    public void Set(DateTime now)
    {
        lock (_gate)
            Restart(now);
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
            _base += by;
    }

    private DateTime Current() => _base + (_real.GetElapsedTime(_setAt) * _speed);

    private void Restart(DateTime now)
    {
        _base = now;
        _setAt = _real.GetTimestamp();
    }
}
