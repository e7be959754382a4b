using System;
using System.Threading;

namespace LocalBedrock.Signing;

/// <summary>
/// The real time, or as far from it as a test wants: what signatures are held against, and what the Date header of
/// replies says. To such a service a client with a right clock has a wrong one.
/// </summary>
internal sealed class SignatureClock(TimeProvider realTime, TimeSpan ahead)
{
    private long _ahead = ahead.Ticks;

    /// <summary>How far the clock is ahead of the real time; negative when it is behind.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public DateTime Now => RealNow + Ahead;

    public DateTime RealNow => realTime.GetUtcNow().UtcDateTime;
}
