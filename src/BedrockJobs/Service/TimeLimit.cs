namespace BedrockJobs.Service;

/// <summary>The time limits of this module. Tests shorten all of them at once instead of waiting them out.</summary>
internal static class TimeLimit
{
    /// <summary>The name of the application context's value that limits are multiplied by, a double.</summary>
    public const string Factor = "BedrockJobs.TimeLimitFactor";

    /// <summary>The limit to apply: the full one, unless a test has shortened it.</summary>
    public static TimeSpan Of(TimeSpan full) => AppContext.GetData(Factor) is double factor ? full * factor : full;
}
