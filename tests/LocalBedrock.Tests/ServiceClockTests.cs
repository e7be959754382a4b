namespace LocalBedrock.Tests;

public sealed class ServiceClockTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly SteppedTime _real = new();

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(0)]
    public void Time_passes_at_the_specified_speed(double speed)
    {
        var clock = new ServiceClock(Start, speed, _real);
        _real.Step(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddSeconds(10 * speed), clock.Now);
    }

    [Fact]
    public void A_moved_clock_continues_from_its_new_time()
    {
        var clock = new ServiceClock(Start, 2, _real);
        _real.Step(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1).AddSeconds(20), clock.Now);
        clock.Set(Start);
        _real.Step(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(2), clock.Now);
    }

    [Fact]
    public void Another_speed_applies_from_the_moment_it_is_set()
    {
        var clock = new ServiceClock(Start, 1, _real);
        _real.Step(TimeSpan.FromSeconds(10));
        clock.Speed = 60;
        Assert.Equal(Start.AddSeconds(10), clock.Now);
        _real.Step(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(70), clock.Now);
    }

    [Fact]
    public void Without_a_start_time_the_clock_shows_the_real_time() =>
        Assert.Equal(_real.GetUtcNow().UtcDateTime, new ServiceClock(null, 1, _real).Now);

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new(Start.AddYears(1).AddTicks(_ticks));

        public void Step(TimeSpan by) => _ticks += by.Ticks;
    }
}
