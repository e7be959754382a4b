using System.Diagnostics.CodeAnalysis;

namespace Amazon.Bedrock;

/// <summary>
/// How a custom model is made from its base model. A value that is not among the constants is kept as it was sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html"/>
public class CustomizationType : ConstantClass
{
    /// <summary>Training on labelled examples.</summary>
    public static readonly CustomizationType FINE_TUNING = new("FINE_TUNING");

    /// <summary>Further training on unlabelled text.</summary>
    public static readonly CustomizationType CONTINUED_PRE_TRAINING = new("CONTINUED_PRE_TRAINING");

    /// <summary>Training a smaller model on a larger one's answers.</summary>
    public static readonly CustomizationType DISTILLATION = new("DISTILLATION");

    /// <summary>Training on the rewards that a grader gives.</summary>
    public static readonly CustomizationType REINFORCEMENT_FINE_TUNING = new("REINFORCEMENT_FINE_TUNING");

    /// <summary>The model was trained elsewhere and imported.</summary>
    public static readonly CustomizationType IMPORTED = new("IMPORTED");

    /// <summary>Makes a constant for a value that is not among those above.</summary>
    public CustomizationType(string value) : base(value)
    {
    }

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static CustomizationType? FindValue(string? value) => FindValue<CustomizationType>(value);

    /// <summary>The constant for a value: see <see cref="FindValue(string?)"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator CustomizationType?(string? value) => FindValue(value);
}
