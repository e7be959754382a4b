using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>
/// How much reasoning the model may spend on a prompt in reinforcement fine-tuning. A value that is not among the
/// constants is kept as it was sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html"/>
public class ReasoningEffort : ConstantClass
{
    /// <summary>Little reasoning.</summary>
    public static readonly ReasoningEffort Low = new("low");

    /// <summary>Moderate reasoning.</summary>
    public static readonly ReasoningEffort Medium = new("medium");

    /// <summary>Much reasoning, and longer training.</summary>
    public static readonly ReasoningEffort High = new("high");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public ReasoningEffort(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static ReasoningEffort? FindValue(string? value) => FindValue<ReasoningEffort>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ReasoningEffort?(string? value) => FindValue(value);
}
