namespace Amazon.Bedrock.Model;

/// <summary>One job of a listing.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelCustomizationJobSummary.html"/>
public class ModelCustomizationJobSummary
{
    /// <summary>The job's ARN.</summary>
    public string? JobArn { get; set; }

    /// <summary>The job's name.</summary>
    public string? JobName { get; set; }

    /// <summary>The ARN of the model that is customized.</summary>
    public string? BaseModelArn { get; set; }

    /// <summary>The job's status.</summary>
    public ModelCustomizationJobStatus? Status { get; set; }

    /// <summary>The status of each stage, where the service reports it.</summary>
    public StatusDetails? StatusDetails { get; set; }

    /// <summary>When the job was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When the job last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>When the job ended, in UTC; null until then.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The ARN of the custom model; null until there is one.</summary>
    public string? CustomModelArn { get; set; }

    /// <summary>The custom model's name.</summary>
    public string? CustomModelName { get; set; }

    /// <summary>How the model is customized.</summary>
    public CustomizationType? CustomizationType { get; set; }
}
