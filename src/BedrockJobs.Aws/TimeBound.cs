using System;

namespace BedrockJobs.Aws;

/// <summary>
/// Times as the SDK sends them, cut to the millisecond: a bound is widened to the next one, so that no job is lost
/// between what was asked and what was sent.
/// </summary>
internal static class TimeBound
{
    public static DateTime Floor(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    public static DateTime Ceiling(DateTime time)
    {
        var floor = Floor(time);
        return floor == time || floor > DateTime.MaxValue.AddMilliseconds(-1)
            ? floor
            : floor.AddMilliseconds(1);
    }
}
