namespace BedrockJobs.Display;

/// <summary>Short names of the customization types for a table column.</summary>
internal static class CustomizationTypeName
{
    /// <summary>The short name of a type. A type that the service adds later is returned unchanged.</summary>
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
