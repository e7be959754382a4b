namespace BedrockJobs.Display;

/// <summary>Shortens the ID of a base model for a table column.</summary>
internal static class BaseModelName
{
    /// <summary>
    /// The model ID without its vendor, context length, and first version, such as <c>claude-3-haiku-20240307</c> for
    /// <c>anthropic.claude-3-haiku-20240307-v1:0:200k</c>. For a custom model, <c>custom</c> and the name of its base
    /// model.
    /// </summary>
    public static string Of(string baseModelId)
    {
        // The ID of a custom model consists of the ID of its base model, a slash, and its own ID.
        var slash = baseModelId.IndexOf('/');
        return slash < 0 ? FoundationModel(baseModelId) : "custom " + FoundationModel(baseModelId.Substring(0, slash));
    }

    private static string FoundationModel(string id)
    {
        var parts = id.Substring(id.IndexOf('.') + 1).Split(':');
        var (model, minorVersion) = (parts[0], parts.Length > 1 ? parts[1] : "0");
        return minorVersion != "0" ? model + ":" + minorVersion
            : model.EndsWith("-v1", StringComparison.Ordinal) ? model.Substring(0, model.Length - 3)
            : model;
    }
}
