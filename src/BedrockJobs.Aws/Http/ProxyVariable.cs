namespace BedrockJobs.Aws.Http;

/// <summary>An environment variable that specifies a proxy.</summary>
/// <param name="Name">The name of the variable.</param>
/// <param name="Value">The value, which might contain a password.</param>
internal sealed record ProxyVariable(string Name, string Value);
