using System;

namespace BedrockJobs.Parameters;

/// <summary>
/// The age of a job, more than zero. A number that was computed has no unit, and is refused: PowerShell would take it for
/// ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AgeTransformationAttribute : TimeSpanTransformationAttribute
{
    public AgeTransformationAttribute()
        : base("00:00:00.0000001", Longest, takesSeconds: false, () => SR.InvalidAge)
    {
    }
}
