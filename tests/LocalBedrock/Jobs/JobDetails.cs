using System.Text.Json;

namespace LocalBedrock.Jobs;

/// <summary>
/// The constant members that GetModelCustomizationJob adds to a summary: as the admin API specified them, or generated
/// from the name of the job.
/// </summary>
internal static class JobDetails
{
    /// <summary>Their names, in the order of the API reference.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "clientRequestToken", "roleArn", "hyperParameters", "trainingDataConfig", "validationDataConfig",
        "outputDataConfig", "outputModelKmsKeyArn", "trainingMetrics", "validationMetrics", "vpcConfig",
        "customizationConfig",
    ];

    /// <summary>The members of a job for which nothing was specified.</summary>
    public static Dictionary<string, JsonElement> MadeUp(Job job, string region, string account, bool completed)
    {
        var bucket = $"s3://{account}-{region}-model-customization";
        var details = new Dictionary<string, JsonElement>
        {
            ["roleArn"] = Element($"arn:{Arns.Partition(region)}:iam::{account}:role/BedrockCustomization"),
            ["hyperParameters"] = Element(new Dictionary<string, string>
            {
                ["epochCount"] = "2",
                ["batchSize"] = "1",
                ["learningRate"] = "0.00001",
            }),
            ["trainingDataConfig"] = Element(new { s3Uri = $"{bucket}/{job.Name}/train.jsonl" }),
            ["validationDataConfig"] = Element(new { validators = new[] { new { s3Uri = $"{bucket}/{job.Name}/validation.jsonl" } } }),
            ["outputDataConfig"] = Element(new { s3Uri = $"{bucket}/{job.Name}/output" }),
        };
        if (completed)
        {
            details["trainingMetrics"] = Element(new { trainingLoss = 0.4125 });
            details["validationMetrics"] = Element(new[] { new { validationLoss = 0.4375 } });
        }

        return details;
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value);
}
