namespace BedrockJobs;

/// <summary>The parts of an Amazon Resource Name that the output shows. A text that is no ARN has empty parts.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">the ARN format</see>:
/// <c>arn:partition:service:region:account-id:resource-type/resource-id</c>.
/// </remarks>
internal readonly struct Arn
{
    private Arn(string region, string accountId, string resourceId)
    {
        Region = region;
        AccountId = accountId;
        ResourceId = resourceId;
    }

    public string Region { get; }

    public string AccountId { get; }

    /// <summary>What follows the resource type; it may hold further slashes and colons, as model ids do.</summary>
    public string ResourceId { get; }

    public static Arn Parse(string text)
    {
        // The resource is the sixth part and may itself hold colons.
        var parts = text.Split([':'], 6);
        if (parts.Length < 6 || parts[0] != "arn")
        {
            return new Arn(string.Empty, string.Empty, string.Empty);
        }

        var resource = parts[5];
        return new Arn(parts[3], parts[4], resource.Substring(resource.IndexOf('/') + 1));
    }
}
