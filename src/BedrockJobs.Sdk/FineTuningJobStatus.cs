using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>
/// The status by which a listing can be filtered. A value that is not among the constants is kept as it was sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
public class FineTuningJobStatus : ConstantClass
{
    /// <summary>The job is running.</summary>
    public static readonly FineTuningJobStatus InProgress = new("InProgress");

    /// <summary>The custom model is ready.</summary>
    public static readonly FineTuningJobStatus Completed = new("Completed");

    /// <summary>The job ended with an error.</summary>
    public static readonly FineTuningJobStatus Failed = new("Failed");

    /// <summary>The job is being stopped.</summary>
    public static readonly FineTuningJobStatus Stopping = new("Stopping");

    /// <summary>The job was stopped before its end.</summary>
    public static readonly FineTuningJobStatus Stopped = new("Stopped");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public FineTuningJobStatus(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static FineTuningJobStatus? FindValue(string? value) => FindValue<FineTuningJobStatus>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FineTuningJobStatus?(string? value) => FindValue(value);
}
