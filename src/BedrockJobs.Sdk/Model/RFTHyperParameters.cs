namespace Amazon.Bedrock.Model;

/// <summary>The hyperparameters of a reinforcement fine-tuning job.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html"/>
public class RFTHyperParameters
{
    /// <summary>How often the training goes through the data, 1 to 50.</summary>
    public int? EpochCount { get; set; }

    /// <summary>Samples per batch, 16 to 512.</summary>
    public int? BatchSize { get; set; }

    /// <summary>The learning rate, 1e-7 to 1e-3.</summary>
    public float? LearningRate { get; set; }

    /// <summary>The longest prompt, in tokens.</summary>
    public int? MaxPromptLength { get; set; }

    /// <summary>Answers generated per prompt, 2 to 16.</summary>
    public int? TrainingSamplePerPrompt { get; set; }

    /// <summary>The most tokens per answer.</summary>
    public int? InferenceMaxTokens { get; set; }

    /// <summary>How much reasoning each answer may take.</summary>
    public ReasoningEffort? ReasoningEffort { get; set; }

    /// <summary>Training steps between two evaluations, 1 to 100.</summary>
    public int? EvalInterval { get; set; }
}
