namespace LocalBedrock;

/// <summary>
/// The clock for jobs. It can start at any time, run at any speed, and be moved. Signatures are checked
/// with another clock, because clients sign with the real time.
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

    /// <summary>The seconds on this clock for each real second; 0 to stop it. A change applies from now on.</summary>
    public double Speed
    {
        get => Locked(() => _speed);
        set => Locked(() => (_base, _setAt, _speed) = (Current(), _real.GetTimestamp(), value));
    }

    public DateTime Now => Locked(Current);

    /// <summary>Sets the clock to <paramref name="now"/>. It continues to run from there.</summary>
    public void Set(DateTime now) => Locked(() => (_base, _setAt) = (now, _real.GetTimestamp()));

    public void Advance(TimeSpan by) => Locked(() => _base += by);

    private DateTime Current() => _base + (_real.GetElapsedTime(_setAt) * _speed);

    private T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }
}
