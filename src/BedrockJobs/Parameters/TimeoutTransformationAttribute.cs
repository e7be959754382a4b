using System;

namespace BedrockJobs.Parameters;

/// <summary>How long to wait, from zero on. A bare number is seconds, as in Wait-Job.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeoutTransformationAttribute : TimeSpanTransformationAttribute
{
    public TimeoutTransformationAttribute()
        : base("00:00:00", Longest, takesSeconds: true, () => SR.InvalidTimeout)
    {
    }
}
