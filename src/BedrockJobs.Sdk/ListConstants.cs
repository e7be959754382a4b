namespace Amazon.Bedrock;

/// <summary>The status that a listing is filtered by. Any other value is sent unchanged.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelCustomizationJobs.html"/>
/// <param name="value">The value in the API.</param>
public class FineTuningJobStatus(string value) : ConstantClass(value)
{
    /// <summary>The job is running.</summary>
    public static readonly FineTuningJobStatus InProgress = new("InProgress");

    /// <summary>The custom model is ready.</summary>
    public static readonly FineTuningJobStatus Completed = new("Completed");

    /// <summary>The job ended with an error.</summary>
    public static readonly FineTuningJobStatus Failed = new("Failed");

    /// <summary>The job is being stopped.</summary>
    public static readonly FineTuningJobStatus Stopping = new("Stopping");

    /// <summary>The job was stopped before it ended.</summary>
    public static readonly FineTuningJobStatus Stopped = new("Stopped");

    /// <summary>The constant for a value, compared without regard to case, or a new one; null for null.</summary>
    public static implicit operator FineTuningJobStatus?(string? value) => FindValue<FineTuningJobStatus>(value);
}

/// <summary>The field that a listing is sorted by. Any other value is sent unchanged.</summary>
/// <param name="value">The value in the API.</param>
public class SortJobsBy(string value) : ConstantClass(value)
{
    /// <summary>The time at which the job was created.</summary>
    public static readonly SortJobsBy CreationTime = new("CreationTime");

    /// <inheritdoc cref="FineTuningJobStatus.op_Implicit"/>
    public static implicit operator SortJobsBy?(string? value) => FindValue<SortJobsBy>(value);
}

/// <summary>The order of a listing. Any other value is sent unchanged.</summary>
/// <param name="value">The value in the API.</param>
public class SortOrder(string value) : ConstantClass(value)
{
    /// <summary>The oldest jobs first.</summary>
    public static readonly SortOrder Ascending = new("Ascending");

    /// <summary>The newest jobs first.</summary>
    public static readonly SortOrder Descending = new("Descending");

    /// <inheritdoc cref="FineTuningJobStatus.op_Implicit"/>
    public static implicit operator SortOrder?(string? value) => FindValue<SortOrder>(value);
}
