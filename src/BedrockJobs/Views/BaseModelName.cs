using System;

namespace BedrockJobs.Views;

/// <summary>What tells one base model from another, in few letters.</summary>
internal static class BaseModelName
{
    /// <summary>
    /// The model's id without its vendor, its context length and a first version, as in <c>claude-3-haiku-20240307</c> for
    /// <c>anthropic.claude-3-haiku-20240307-v1:0:200k</c>; for a custom model <c>custom</c> and the name of the model that
    /// it was made from.
    /// </summary>
    public static string Of(string baseModelId)
    {
        // A custom model's id is that of the model it was made from, and its own after a slash.
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
