using System.Collections.Immutable;

namespace LocalBedrock.Jobs;

/// <summary>The foundation models that can be customized here.</summary>
internal static class BaseModels
{
    /// <param name="ShortName">The name of the model in the names of jobs.</param>
    internal sealed record BaseModel(string Id, string ShortName);

    public static readonly ImmutableArray<BaseModel> All =
    [
        new("amazon.nova-micro-v1:0:128k", "nova-micro"),
        new("amazon.nova-lite-v1:0:300k", "nova-lite"),
        new("amazon.nova-pro-v1:0:300k", "nova-pro"),
        new("amazon.titan-text-express-v1:0:8k", "titan"),
        new("amazon.titan-text-lite-v1:0:4k", "titan-lite"),
        new("meta.llama3-1-8b-instruct-v1:0:128k", "llama8b"),
        new("meta.llama3-1-70b-instruct-v1:0:128k", "llama70b"),
        new("anthropic.claude-3-haiku-20240307-v1:0:200k", "haiku"),
    ];
}
