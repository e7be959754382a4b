namespace BedrockJobs.Aws.Tests;

public sealed class TimeBoundTests
{
    [Fact]
    public void A_limit_is_a_whole_millisecond_and_at_most_one_wider_than_specified()
    {
        Gen.DateTime.Sample(time =>
        {
            var floor = TimeBound.Floor(time);
            var ceiling = TimeBound.Ceiling(time);

            return floor.Ticks % TimeSpan.TicksPerMillisecond == 0
                && ceiling.Ticks % TimeSpan.TicksPerMillisecond == 0
                && floor <= time
                && time - floor < TimeSpan.FromMilliseconds(1)
                && (ceiling >= time || ceiling == TimeBound.Floor(DateTime.MaxValue))
                && (ceiling - floor).TotalMilliseconds is 0 or 1;
        });
    }

    [Fact]
    public void A_limit_stays_in_UTC()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1);

        Assert.Equal(DateTimeKind.Utc, TimeBound.Floor(time).Kind);
        Assert.Equal(DateTimeKind.Utc, TimeBound.Ceiling(time).Kind);
    }

    [Fact]
    public void The_maximum_time_is_not_widened()
    {
        Assert.Equal(TimeBound.Floor(DateTime.MaxValue), TimeBound.Ceiling(DateTime.MaxValue));
    }
}
