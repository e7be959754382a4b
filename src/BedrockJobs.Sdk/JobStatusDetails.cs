using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>The status of one stage of a job. A value that is not among the constants is kept as it was sent.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StatusDetails.html"/>
public class JobStatusDetails : ConstantClass
{
    /// <summary>The stage is running.</summary>
    public static readonly JobStatusDetails InProgress = new("InProgress");

    /// <summary>The stage is done.</summary>
    public static readonly JobStatusDetails Completed = new("Completed");

    /// <summary>The stage is being stopped.</summary>
    public static readonly JobStatusDetails Stopping = new("Stopping");

    /// <summary>The stage was stopped before its end.</summary>
    public static readonly JobStatusDetails Stopped = new("Stopped");

    /// <summary>The stage ended with an error.</summary>
    public static readonly JobStatusDetails Failed = new("Failed");

    /// <summary>The stage waits for the one before it.</summary>
    public static readonly JobStatusDetails NotStarted = new("NotStarted");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public JobStatusDetails(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static JobStatusDetails? FindValue(string? value) => FindValue<JobStatusDetails>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator JobStatusDetails?(string? value) => FindValue(value);
}
