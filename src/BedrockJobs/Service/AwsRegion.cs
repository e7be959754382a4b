namespace BedrockJobs.Service;

/// <summary>A Region that the AWS SDK knows.</summary>
internal sealed class AwsRegion
{
    public AwsRegion(string name, string longName)
    {
        Name = name;
        LongName = longName;
    }

    /// <summary>The name, such as us-east-1.</summary>
    public string Name { get; }

    /// <summary>The display name, such as US East (N. Virginia).</summary>
    public string LongName { get; }
}
