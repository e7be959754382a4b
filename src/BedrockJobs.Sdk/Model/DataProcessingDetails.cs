namespace Amazon.Bedrock.Model;

/// <summary>The data processing stage of a job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DataProcessingDetails.html"/>
public class DataProcessingDetails
{
    /// <summary>The status of the stage.</summary>
    public JobStatusDetails? Status { get; set; }

    /// <summary>When the stage was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When the stage last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
