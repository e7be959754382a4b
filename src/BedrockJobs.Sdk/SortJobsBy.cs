using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>
/// The field by which a listing is sorted. A value that is not among the constants is kept as it was sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
public class SortJobsBy : ConstantClass
{
    /// <summary>By the time at which the job was created.</summary>
    public static readonly SortJobsBy CreationTime = new("CreationTime");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public SortJobsBy(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static SortJobsBy? FindValue(string? value) => FindValue<SortJobsBy>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SortJobsBy?(string? value) => FindValue(value);
}
