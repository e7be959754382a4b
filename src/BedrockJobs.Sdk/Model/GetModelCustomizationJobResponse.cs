namespace Amazon.Bedrock.Model;

/// <summary>The details of one job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html"/>
public class GetModelCustomizationJobResponse : AmazonWebServiceResponse
{
    /// <summary>The job's ARN.</summary>
    public string? JobArn { get; set; }

    /// <summary>The job's name.</summary>
    public string? JobName { get; set; }

    /// <summary>The custom model's name.</summary>
    public string? OutputModelName { get; set; }

    /// <summary>The ARN of the custom model; null until it exists.</summary>
    public string? OutputModelArn { get; set; }

    /// <summary>The idempotency token with which the job was created.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>The ARN of the role that the job runs as.</summary>
    public string? RoleArn { get; set; }

    /// <summary>The job's status.</summary>
    public ModelCustomizationJobStatus? Status { get; set; }

    /// <summary>The status of each stage, where the service reports it.</summary>
    public StatusDetails? StatusDetails { get; set; }

    /// <summary>Why the job failed; null if it hasn't.</summary>
    public string? FailureMessage { get; set; }

    /// <summary>When the job was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When the job last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>When the job ended, in UTC; null until then.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The ARN of the model that is customized.</summary>
    public string? BaseModelArn { get; set; }

    /// <summary>The hyperparameters by name, which depend on the base model.</summary>
    public Dictionary<string, string>? HyperParameters { get; set; }

    /// <summary>Where the training data comes from.</summary>
    public TrainingDataConfig? TrainingDataConfig { get; set; }

    /// <summary>The data that the job validates with.</summary>
    public ValidationDataConfig? ValidationDataConfig { get; set; }

    /// <summary>Where the job writes its output.</summary>
    public OutputDataConfig? OutputDataConfig { get; set; }

    /// <summary>How the model is customized.</summary>
    public CustomizationType? CustomizationType { get; set; }

    /// <summary>The ARN of the key that encrypts the custom model.</summary>
    public string? OutputModelKmsKeyArn { get; set; }

    /// <summary>The metrics of the training.</summary>
    public TrainingMetrics? TrainingMetrics { get; set; }

    /// <summary>The metrics for each validation data set, in order.</summary>
    public List<ValidatorMetric>? ValidationMetrics { get; set; }

    /// <summary>The virtual private cloud in which the job runs.</summary>
    public VpcConfig? VpcConfig { get; set; }

    /// <summary>The settings of the kind of customization.</summary>
    public CustomizationConfig? CustomizationConfig { get; set; }
}
