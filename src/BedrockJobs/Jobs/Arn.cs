namespace BedrockJobs;

/// <summary>
/// The parts of an Amazon Resource Name that the output shows. For text that isn't an ARN, the parts are empty.
/// </summary>
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

    /// <summary>The part after the resource type. It can contain more slashes and colons, as model IDs do.</summary>
    public string ResourceId { get; }

    public static Arn Parse(string text)
    {
        // The resource is the sixth part and can contain colons.
        var parts = text.Split([':'], 6);
        if (parts.Length < 6 || parts[0] != "arn")
        {
            return new Arn(string.Empty, string.Empty, string.Empty);
        }

        var resource = parts[5];
        return new Arn(parts[3], parts[4], resource.Substring(resource.IndexOf('/') + 1));
    }
}
