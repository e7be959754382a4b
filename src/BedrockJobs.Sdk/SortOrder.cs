using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>The order of a listing. A value that is not among the constants is kept as it was sent.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
public class SortOrder : ConstantClass
{
    /// <summary>Smallest or oldest first.</summary>
    public static readonly SortOrder Ascending = new("Ascending");

    /// <summary>Largest or newest first.</summary>
    public static readonly SortOrder Descending = new("Descending");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public SortOrder(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static SortOrder? FindValue(string? value) => FindValue<SortOrder>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SortOrder?(string? value) => FindValue(value);
}
