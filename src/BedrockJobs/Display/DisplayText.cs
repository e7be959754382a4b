namespace BedrockJobs.Display;

/// <summary>Short texts for table columns and messages.</summary>
internal static class DisplayText
{
    private const string Escape = "\u001B[";

    // PowerShell removes the colors if NO_COLOR or $PSStyle.OutputRendering says so, or if the output is redirected.
    private static readonly Dictionary<string, string> StatusColors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InProgress"] = "36m",
        ["Completed"] = "32m",
        ["Failed"] = "31m",
        ["Stopping"] = "33m",
        ["Stopped"] = "33m",
    };

    /// <summary>Fills the placeholders of a message.</summary>
    public static string With(this string message, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, message, values);

    /// <summary>Returns a status in its color.</summary>
    public static string Status(string? status)
    {
        var text = PrintableText.From(status);
        return StatusColors.TryGetValue(text, out var color) ? $"{Escape}{color}{text}{Escape}0m" : text;
    }

    /// <summary>Returns a time to the minute, in a sortable format.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Returns a duration in its two largest units, such as <c>3h 12m</c>; empty for null.</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => string.Empty,
        { TotalMinutes: < 1 } value => $"{value.Seconds}s",
        { TotalHours: < 1 } value => $"{value.Minutes}m {value.Seconds}s",
        { TotalDays: < 1 } value => $"{value.Hours}h {value.Minutes}m",
        { TotalDays: < 1000 } value => $"{value.Days}d {value.Hours}h",
        { } value => $"{value.Days}d",
    };

    /// <summary>Returns the short name of a customization type. A type that the service adds later is returned unchanged.</summary>
    public static string CustomizationType(string? type) => type switch
    {
        "FINE_TUNING" => "Fine-tune",
        "CONTINUED_PRE_TRAINING" => "Pre-train",
        "DISTILLATION" => "Distill",
        "REINFORCEMENT_FINE_TUNING" => "Reinforce",
        "IMPORTED" => "Import",
        _ => PrintableText.From(type),
    };

    /// <summary>
    /// Returns the ID of a base model without its vendor, context length, and first version, such as
    /// <c>claude-3-haiku-20240307</c> for <c>anthropic.claude-3-haiku-20240307-v1:0:200k</c>. For a custom model, returns
    /// <c>custom</c> and the name of its base model.
    /// </summary>
    public static string BaseModel(string id)
    {
        // The ID of a custom model consists of the ID of its base model, a slash, and its own ID.
        var slash = id.IndexOf('/');
        return slash < 0 ? FoundationModel(id) : "custom " + FoundationModel(id[..slash]);
    }

    private static string FoundationModel(string id)
    {
        var parts = id[(id.IndexOf('.') + 1)..].Split(':');
        var (model, minorVersion) = (parts[0], parts.Length > 1 ? parts[1] : "0");
        return PrintableText.From(
            minorVersion != "0" ? $"{model}:{minorVersion}"
            : model.EndsWith("-v1", StringComparison.Ordinal) ? model[..^3]
            : model);
    }
}
