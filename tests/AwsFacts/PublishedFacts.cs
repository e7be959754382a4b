using System.Text.Json;

namespace AwsFacts;

/// <summary>AWS's description of the API, which isn't part of the repository.</summary>
/// <remarks>
/// The folder is the value of <c>BEDROCKJOBS_FACTS</c>, or <c>shared/facts</c> in one of the parents of this
/// folder.
/// </remarks>
internal static class PublishedFacts
{
    /// <summary>Reads a file of the description, or skips the test if there is none.</summary>
    public static JsonElement Read(string name)
    {
        var path = Find(name);
        Assert.SkipWhen(path is null, $"{name} is not here.");
        using var document = JsonDocument.Parse(File.ReadAllText(path!));
        return document.RootElement.Clone();
    }

    private static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("BEDROCKJOBS_FACTS") is { Length: > 0 } folder)
        {
            return Path.Combine(folder, name);
        }

        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            var path = Path.Combine(parent.FullName, "shared", "facts", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
