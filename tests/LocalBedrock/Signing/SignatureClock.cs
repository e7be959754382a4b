namespace LocalBedrock.Signing;

/// <summary>
/// The real time, or a time that differs from it as a test specifies. It is used to check signatures and for the Date
/// header of responses. For such a service, a client with a right clock has a wrong one.
/// </summary>
internal sealed class SignatureClock(TimeProvider realTime, TimeSpan ahead)
{
    private long _ahead = ahead.Ticks;

    /// <summary>The difference from the real time; negative if the clock is behind.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public DateTime Now => RealNow + Ahead;

    public DateTime RealNow => realTime.GetUtcNow().UtcDateTime;
}
