namespace BedrockJobs;

/// <summary>
/// The parts of an Amazon Resource Name that the output shows. For text that isn't an ARN, the parts are empty.
/// </summary>
/// <param name="ResourceId">The part after the resource type. It can contain more slashes and colons, as model IDs do.</param>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">the ARN format</see>:
/// <c>arn:partition:service:region:account-id:resource-type/resource-id</c>.
/// </remarks>
internal readonly record struct Arn(string Region, string AccountId, string ResourceId)
{
    public static Arn Parse(string text) =>
        text.Split(':', 6) is ["arn", _, _, var region, var account, var resource]
            ? new Arn(region, account, resource[(resource.IndexOf('/') + 1)..])
            : new Arn(string.Empty, string.Empty, string.Empty);
}
