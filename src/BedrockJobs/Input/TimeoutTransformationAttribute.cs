namespace BedrockJobs.Input;

/// <summary>
/// Converts the time limit of a wait, zero or greater. A number without a unit is seconds, as in Wait-Job.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeoutTransformationAttribute : TimeSpanTransformationAttribute
{
    public TimeoutTransformationAttribute()
        : base("00:00:00", Longest, takesSeconds: true, () => SR.InvalidTimeout)
    {
    }
}
