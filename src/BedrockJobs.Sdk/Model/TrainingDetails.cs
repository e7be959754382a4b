namespace Amazon.Bedrock.Model;

/// <summary>The training stage of a job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingDetails.html"/>
public class TrainingDetails
{
    /// <summary>How far the stage has got.</summary>
    public JobStatusDetails? Status { get; set; }

    /// <summary>When the stage was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When the stage last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
