namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Widens time bounds to whole milliseconds, because the SDK truncates them, so that no job between the two values is
/// lost.
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
