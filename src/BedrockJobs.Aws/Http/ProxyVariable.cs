namespace BedrockJobs.Aws.Http;

/// <summary>A variable of the environment that names a proxy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, which may hold a password.</param>
internal sealed record ProxyVariable(string Name, string Value);
