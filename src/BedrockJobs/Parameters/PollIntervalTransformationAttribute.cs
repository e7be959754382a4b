using System;

namespace BedrockJobs.Parameters;

/// <summary>The time between two polls, from a second to a day. A bare number is seconds, as in Wait-Job.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PollIntervalTransformationAttribute : TimeSpanTransformationAttribute
{
    public PollIntervalTransformationAttribute()
        : base("00:00:01", "1.00:00:00", takesSeconds: true, () => SR.InvalidPollInterval)
    {
    }
}
