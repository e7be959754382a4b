namespace LocalBedrock.Validation;

/// <summary>The inputs of the operations that list, get and stop jobs.</summary>
internal static class JobQueryShapes
{
    private static readonly TimestampShape Timestamp = new("Timestamp");

    private static readonly StringShape FineTuningJobStatus = new("FineTuningJobStatus") { Values = ["InProgress", "Completed", "Failed", "Stopping", "Stopped"] };

    public static readonly StringShape JobName = new("JobName")
    {
        Min = 1,
        Max = 63,
        Pattern = @"[a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*",
    };

    private static readonly IntegerShape MaxResults = new("MaxResults", Min: 1, Max: 1000);

    private static readonly StringShape PaginationToken = new("PaginationToken")
    {
        Min = 1,
        Max = 2048,
        Pattern = @"\S*",
    };

    private static readonly StringShape SortJobsBy = new("SortJobsBy") { Values = ["CreationTime"] };

    private static readonly StringShape SortOrder = new("SortOrder") { Values = ["Ascending", "Descending"] };

    public static readonly StructureShape ListModelCustomizationJobsRequest = new(
        "ListModelCustomizationJobsRequest",
        new Member("creationTimeAfter", Timestamp),
        new Member("creationTimeBefore", Timestamp),
        new Member("statusEquals", FineTuningJobStatus),
        new Member("nameContains", JobName),
        new Member("maxResults", MaxResults),
        new Member("nextToken", PaginationToken),
        new Member("sortBy", SortJobsBy),
        new Member("sortOrder", SortOrder));

    private static readonly StringShape ModelCustomizationJobIdentifier = new("ModelCustomizationJobIdentifier")
    {
        Min = 0,
        Max = 1011,
        Pattern = @"(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-customization-job/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}/[a-z0-9]{12})|([a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*)",
    };

    public static readonly StructureShape GetModelCustomizationJobRequest = new(
        "GetModelCustomizationJobRequest",
        new Member("jobIdentifier", ModelCustomizationJobIdentifier, Required: true));

    public static readonly StructureShape StopModelCustomizationJobRequest = new(
        "StopModelCustomizationJobRequest",
        new Member("jobIdentifier", ModelCustomizationJobIdentifier, Required: true));
}
