namespace BedrockJobs.Service;

/// <summary>A Region that the AWS SDK knows.</summary>
/// <param name="Name">The name, such as us-east-1.</param>
/// <param name="LongName">The display name, such as US East (N. Virginia).</param>
internal sealed record AwsRegion(string Name, string LongName);
