namespace BedrockJobs.Micro;

/// <summary>A response with the maximum number of jobs on a page, as the service writes it.</summary>
internal static class SamplePage
{
    public const int Jobs = 1000;

    public static byte[] Json()
    {
        var created = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var summaries = new List<string>(Jobs);
        for (var i = 0; i < Jobs; i++)
        {
            summaries.Add(Summary(i, created.AddMinutes(-i)));
        }

        return Encoding.UTF8.GetBytes($$"""
            {"modelCustomizationJobSummaries":[{{string.Join(',', summaries)}}],"nextToken":"next"}
            """);
    }

    private static string Summary(int number, DateTime created)
    {
        var id = number.ToString("D12", CultureInfo.InvariantCulture);
        var start = Time(created);
        var end = Time(created.AddHours(2));
        var part = $$"""{"status":"Completed","creationTime":"{{start}}","lastModifiedTime":"{{end}}"}""";
        return $$"""
            {"jobArn":"arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.titan-text-lite-v1:0:4k/{{id}}",
            "baseModelArn":"arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1:0:4k",
            "jobName":"train-{{id}}","status":"Completed","creationTime":"{{start}}","lastModifiedTime":"{{end}}",
            "endTime":"{{end}}","customizationType":"FINE_TUNING","customModelName":"model-{{id}}",
            "customModelArn":"arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.titan-text-lite-v1:0:4k/{{id}}",
            "statusDetails":{"validationDetails":{{part}},"dataProcessingDetails":{{part}},"trainingDetails":{{part}} } }
            """;
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
