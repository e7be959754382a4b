namespace BedrockJobs;

/// <summary>
/// The status of the parts of a model customization job. A part that the service doesn't return is null.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StatusDetails.html">StatusDetails</see>.
/// </remarks>
public sealed class CustomizationJobStatusDetails
{
    /// <summary>The validation of the training and validation data.</summary>
    public CustomizationJobSubtask? ValidationDetails { get; internal set; }

    /// <summary>The processing of the data.</summary>
    public CustomizationJobSubtask? DataProcessingDetails { get; internal set; }

    /// <summary>The training of the model.</summary>
    public CustomizationJobSubtask? TrainingDetails { get; internal set; }

    /// <summary>
    /// Returns the parts with their statuses, such as <c>Validation Completed, Training InProgress</c>.
    /// </summary>
    public override string ToString()
    {
        var parts = new System.Collections.Generic.List<string>(3);
        Add("Validation", ValidationDetails);
        Add("DataProcessing", DataProcessingDetails);
        Add("Training", TrainingDetails);
        return string.Join(", ", parts);

        void Add(string name, CustomizationJobSubtask? part)
        {
            if (part?.Status is { } status)
            {
                parts.Add($"{name} {status}");
            }
        }
    }
}
