namespace BedrockJobs;

/// <summary>The virtual private cloud that a job uses to access its data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_VpcConfig.html">VpcConfig</see>.
/// </remarks>
public sealed class VpcConfig : OutputObject
{
    /// <summary>The IDs of the subnets.</summary>
    public OutputList<string> SubnetIds { get; internal set; } = [];

    /// <summary>The IDs of the security groups.</summary>
    public OutputList<string> SecurityGroupIds { get; internal set; } = [];
}
