using System.Collections.Specialized;
using Amazon.Bedrock.Model;
using Sdk = Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Converts the SDK's job details to those of this module.</summary>
internal static class DetailMapper
{
    /// <summary>The API names of the required members that are missing; null for none.</summary>
    public static string? MissingMembers(GetModelCustomizationJobResponse response)
    {
        (string Name, object? Value)[] needed =
        [
            ("jobArn", response.JobArn),
            ("jobName", response.JobName),
            ("baseModelArn", response.BaseModelArn),
            ("creationTime", response.CreationTime),
        ];
        var missing = needed.Where(member => member.Value is null).Select(member => member.Name).ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing);
    }

    /// <param name="response">A response that contains all required members.</param>
    /// <param name="profileName">The profile that the user specified; null for none.</param>
    public static CustomizationJobDetail FromSdk(GetModelCustomizationJobResponse response, string? profileName) => new()
    {
        JobArn = response.JobArn!,
        JobName = response.JobName!,
        Status = response.Status?.Value ?? string.Empty,
        StatusDetails = response.StatusDetails is { } details ? ListingMapper.ToStatusDetails(details) : null,
        FailureMessage = response.FailureMessage,
        CustomizationType = response.CustomizationType?.Value,
        BaseModelArn = response.BaseModelArn!,
        CustomModelArn = response.OutputModelArn,
        CustomModelName = response.OutputModelName,
        OutputModelKmsKeyArn = response.OutputModelKmsKeyArn,
        CreationTime = response.CreationTime!.Value.ToLocalTime(),
        LastModifiedTime = response.LastModifiedTime?.ToLocalTime(),
        EndTime = response.EndTime?.ToLocalTime(),
        TrainingMetrics = response.TrainingMetrics is { } metrics
            ? new() { TrainingLoss = ToDouble(metrics.TrainingLoss) }
            : null,
        ValidationMetrics =
        [
            .. from metric in response.ValidationMetrics ?? []
               select new ValidatorMetric { ValidationLoss = ToDouble(metric.ValidationLoss) },
        ],
        HyperParameters = ToDictionary(response.HyperParameters),
        CustomizationConfig = response.CustomizationConfig is { } config ? ToCustomizationConfig(config) : null,
        TrainingDataConfig = response.TrainingDataConfig is { } training ? ToTrainingDataConfig(training) : null,
        ValidationDataConfig = response.ValidationDataConfig is { } validation
            ? new()
            {
                Validators = [.. from validator in validation.Validators ?? [] select new Validator { S3Uri = validator.S3Uri }],
            }
            : null,
        OutputDataConfig = response.OutputDataConfig is { } output ? new() { S3Uri = output.S3Uri } : null,
        RoleArn = response.RoleArn,
        VpcConfig = response.VpcConfig is { } vpc
            ? new() { SubnetIds = vpc.SubnetIds ?? [], SecurityGroupIds = vpc.SecurityGroupIds ?? [] }
            : null,
        ClientRequestToken = response.ClientRequestToken,
        ProfileName = profileName,
        RequestId = response.ResponseMetadata?.RequestId,
    };

    private static TrainingDataConfig ToTrainingDataConfig(Sdk.TrainingDataConfig config) => new()
    {
        S3Uri = config.S3Uri,
        InvocationLogsConfig = config.InvocationLogsConfig is { } logs
            ? new()
            {
                InvocationLogSource = logs.InvocationLogSource is { } source ? new() { S3Uri = source.S3Uri } : null,
                UsePromptResponse = logs.UsePromptResponse,
                RequestMetadataFilters = logs.RequestMetadataFilters is { } filters ? ToFilters(filters) : null,
            }
            : null,
    };

    private static RequestMetadataFilters ToFilters(Sdk.RequestMetadataFilters filters) => new()
    {
        Equals = ToDictionary(filters.Equals),
        NotEquals = ToDictionary(filters.NotEquals),
        AndAll = ToBaseFilters(filters.AndAll),
        OrAll = ToBaseFilters(filters.OrAll),
    };

    private static RequestMetadataBaseFilters[] ToBaseFilters(List<Sdk.RequestMetadataBaseFilters>? filters) =>
    [
        .. from filter in filters ?? []
           select new RequestMetadataBaseFilters
           {
               Equals = ToDictionary(filter.Equals),
               NotEquals = ToDictionary(filter.NotEquals),
           },
    ];

    private static CustomizationConfig ToCustomizationConfig(Sdk.CustomizationConfig config) => new()
    {
        DistillationConfig = config.DistillationConfig is { } distillation
            ? new()
            {
                TeacherModelConfig = distillation.TeacherModelConfig is { } teacher
                    ? new()
                    {
                        TeacherModelIdentifier = teacher.TeacherModelIdentifier,
                        MaxResponseLengthForInference = teacher.MaxResponseLengthForInference,
                    }
                    : null,
            }
            : null,
        RftConfig = config.RftConfig is { } rft ? ToRftConfig(rft) : null,
    };

    private static RftConfig ToRftConfig(RFTConfig config) => new()
    {
        GraderConfig = config.GraderConfig is { } grader
            ? new() { LambdaGrader = grader.LambdaGrader is { } lambda ? new() { LambdaArn = lambda.LambdaArn } : null }
            : null,
        HyperParameters = config.HyperParameters is { } parameters
            ? new()
            {
                EpochCount = parameters.EpochCount,
                BatchSize = parameters.BatchSize,
                LearningRate = ToDouble(parameters.LearningRate),
                MaxPromptLength = parameters.MaxPromptLength,
                TrainingSamplePerPrompt = parameters.TrainingSamplePerPrompt,
                InferenceMaxTokens = parameters.InferenceMaxTokens,
                ReasoningEffort = parameters.ReasoningEffort?.Value,
                EvalInterval = parameters.EvalInterval,
            }
            : null,
    };

    // This is the type of [ordered] in PowerShell: lookups aren't case-sensitive, it's displayed as a table, and it
    // keeps its order.
    private static OrderedDictionary ToDictionary(Dictionary<string, string>? entries)
    {
        var dictionary = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in (entries ?? []).OrderBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase))
        {
            dictionary[name] = value;
        }

        return dictionary;
    }

    // The conversion goes through text, because 0.1 as a float becomes 0.100000001490116 as a double.
    private static double? ToDouble(float? number) => number is { } value
        ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : null;
}
