using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LocalBedrock.Jobs;

/// <summary>Decides from a seed how long the stages of a job take and how it ends.</summary>
internal sealed class JobPlanner
{
    private const string IdAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] FailureMessages =
    [
        "Training data is invalid: line 118 is not a valid JSON object.",
        "The role does not have permission to read the training data from Amazon S3.",
        "Encountered an internal error while training the model. Try again later.",
        "The training data has fewer records than the base model requires.",
    ];

    private readonly Random _random;

    /// <param name="purpose">Separates the random numbers by purpose: a region and account.</param>
    public JobPlanner(int seed, string purpose)
    {
        // string.GetHashCode differs from run to run.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{purpose}"));
        _random = new Random(BinaryPrimitives.ReadInt32LittleEndian(hash));
    }

    public string Id() => _random.GetString(IdAlphabet, 12);

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public bool OneIn(int many) => _random.Next(many) == 0;

    /// <summary>A duration between two limits, in whole milliseconds like all times of the service.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromMilliseconds(_random.NextInt64((long)least.TotalMilliseconds, (long)most.TotalMilliseconds + 1));

    /// <summary>The duration of a job that isn't stopped: from half an hour to ten hours.</summary>
    public TimeSpan RunningTime() => Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(10));

    /// <summary>Validation takes up to a twentieth of the running time, data processing up to a fifth.</summary>
    public TrainingCourse Training(DateTime creation, TimeSpan runningTime)
    {
        var validationEnds = creation + Between(runningTime / 50, runningTime / 20);
        var dataProcessingEnds = validationEnds + Between(runningTime / 20, runningTime / 5);
        return new TrainingCourse(creation, validationEnds, dataProcessingEnds);
    }

    public TurningPoint Completing(DateTime creation, TimeSpan runningTime) =>
        new(Training(creation, runningTime), creation + runningTime, JobStatus.Completed);

    /// <summary>The job fails at any time, so any of its stages can be the one that fails.</summary>
    public TurningPoint Failing(DateTime creation, TimeSpan runningTime)
    {
        var training = Training(creation, runningTime);
        var failure = creation + Between(runningTime / 100, runningTime);
        return new TurningPoint(training, failure, JobStatus.Failed, Pick<string>(FailureMessages));
    }
}
