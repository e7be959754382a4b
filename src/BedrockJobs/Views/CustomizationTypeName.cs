namespace BedrockJobs.Views;

/// <summary>The types of customization in words that fit a column.</summary>
internal static class CustomizationTypeName
{
    /// <summary>A word for a type; a type that the service adds later as it comes.</summary>
    public static string? Of(string? customizationType) => customizationType switch
    {
        "FINE_TUNING" => "Fine-tune",
        "CONTINUED_PRE_TRAINING" => "Pre-train",
        "DISTILLATION" => "Distill",
        "REINFORCEMENT_FINE_TUNING" => "Reinforce",
        "IMPORTED" => "Import",
        _ => customizationType,
    };
}
