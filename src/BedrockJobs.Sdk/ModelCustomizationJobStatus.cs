using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>
/// The status of a model customization job. A value that is not among the constants is kept as it was sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelCustomizationJobSummary.html"/>
public class ModelCustomizationJobStatus : ConstantClass
{
    /// <summary>The job is running.</summary>
    public static readonly ModelCustomizationJobStatus InProgress = new("InProgress");

    /// <summary>The custom model is ready.</summary>
    public static readonly ModelCustomizationJobStatus Completed = new("Completed");

    /// <summary>The job ended with an error.</summary>
    public static readonly ModelCustomizationJobStatus Failed = new("Failed");

    /// <summary>The job is being stopped.</summary>
    public static readonly ModelCustomizationJobStatus Stopping = new("Stopping");

    /// <summary>The job was stopped before its end.</summary>
    public static readonly ModelCustomizationJobStatus Stopped = new("Stopped");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public ModelCustomizationJobStatus(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static ModelCustomizationJobStatus? FindValue(string? value) =>
        FindValue<ModelCustomizationJobStatus>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ModelCustomizationJobStatus?(string? value) => FindValue(value);
}
