namespace Amazon.Bedrock.Model;

/// <summary>The status of each stage of a job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StatusDetails.html"/>
public class StatusDetails
{
    /// <summary>The validation stage.</summary>
    public ValidationDetails? ValidationDetails { get; set; }

    /// <summary>The data processing stage.</summary>
    public DataProcessingDetails? DataProcessingDetails { get; set; }

    /// <summary>The training stage.</summary>
    public TrainingDetails? TrainingDetails { get; set; }
}
