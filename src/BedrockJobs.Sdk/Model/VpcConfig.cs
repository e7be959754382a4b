namespace Amazon.Bedrock.Model;

/// <summary>The virtual private cloud in which a job runs.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_VpcConfig.html"/>
public class VpcConfig
{
    /// <summary>The subnets, 1 to 16.</summary>
    public List<string>? SubnetIds { get; set; }

    /// <summary>The security groups, 1 to 5.</summary>
    public List<string>? SecurityGroupIds { get; set; }
}
