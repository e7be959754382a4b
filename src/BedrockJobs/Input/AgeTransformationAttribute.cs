namespace BedrockJobs.Input;

/// <summary>
/// Converts the age of a job, which is greater than zero. A number without a unit isn't valid, because PowerShell would
/// interpret it as ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AgeTransformationAttribute : TimeSpanTransformationAttribute
{
    public AgeTransformationAttribute()
        : base("00:00:00.0000001", Longest, takesSeconds: false, () => SR.InvalidAge)
    {
    }
}
