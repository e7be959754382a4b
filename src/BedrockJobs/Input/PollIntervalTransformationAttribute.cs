namespace BedrockJobs.Input;

/// <summary>
/// Converts the time between two polls, from one second to one day. A number without a unit is seconds, as in Wait-Job.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PollIntervalTransformationAttribute : TimeSpanTransformationAttribute
{
    public PollIntervalTransformationAttribute()
        : base("00:00:01", "1.00:00:00", takesSeconds: true, () => SR.InvalidPollInterval)
    {
    }
}
