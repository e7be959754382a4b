namespace LocalBedrock.Jobs;

/// <summary>The three kinds of ARN that jobs contain.</summary>
internal static class Arns
{
    public static string Job(string region, string account, string baseModelId, string id) =>
        $"arn:{Partition(region)}:bedrock:{region}:{account}:model-customization-job/{baseModelId}/{id}";

    public static string CustomModel(string region, string account, string baseModelId, string id) =>
        $"arn:{Partition(region)}:bedrock:{region}:{account}:custom-model/{baseModelId}/{id}";

    public static string FoundationModel(string region, string baseModelId) =>
        $"arn:{Partition(region)}:bedrock:{region}::foundation-model/{baseModelId}";

    public static string Partition(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ when region.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
        _ when region.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
        _ => "aws",
    };

    /// <summary>The id of the base model: the last part of a foundation model's ARN, the middle of a custom model's.</summary>
    public static string BaseModelId(string modelArn)
    {
        var parts = modelArn.Split('/');
        return parts.Length > 1 ? parts[1] : modelArn;
    }
}
