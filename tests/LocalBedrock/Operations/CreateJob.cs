using System.Text.Json;

namespace LocalBedrock.Operations;

/// <summary>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html</summary>
internal sealed class CreateJob(int seed) : IOperation
{
    // The shape of the list allows more. Too many tags are a TooManyTagsException, not a violation of the shape.
    private const int MostTags = 50;

    // Jobs are created one at a time, so that the lookup and the storage of a token are one step.
    private readonly Lock _gate = new();
    private readonly Dictionary<(JobShelf Shelf, string Token), (JsonElement Request, Job Job)> _remembered = [];

    public string Name => "CreateModelCustomizationJob";

    public bool Handles(string method, IReadOnlyList<string> path) => method == "POST" && JobPath.IsCollection(path);

    public ApiReply Run(ApiRequest request, JobShelf shelf, DateTime now)
    {
        var input = Read(request.Body);
        JsonValidator.Validate(CreateJobShapes.CreateModelCustomizationJobRequest, input);
        CheckTags(input, "jobTags");
        CheckTags(input, "customModelTags");

        Job job;
        lock (_gate)
        {
            job = Recall(input, shelf) ?? Create(input, shelf, now);
        }

        return ApiReply.Json(201, json =>
        {
            json.WriteStartObject();
            json.WriteString("jobArn", job.Arn);
            json.WriteEndObject();
        });
    }

    private static JsonElement Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new ServiceException(ErrorTypes.Serialization, $"The body isn't JSON: {e.Message}");
        }
    }

    private static void CheckTags(JsonElement input, string list)
    {
        if (Optional(input, list) is not { } tags)
        {
            return;
        }

        if (tags.GetArrayLength() > MostTags)
        {
            throw new ServiceException(ErrorTypes.TooManyTags, $"A resource can have {MostTags} tags; {list} has {tags.GetArrayLength()}.");
        }

        if (tags.EnumerateArray().GroupBy(t => t.GetProperty("key").GetString()).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ServiceException(ErrorTypes.Validation, $"The key {twice.Key} is in {list} more than once.");
        }
    }

    /// <summary>A repeated request, such as a retry after a lost response, gets the job of the first one.</summary>
    private Job? Recall(JsonElement input, JobShelf shelf)
    {
        if (TextOf(input, "clientRequestToken") is not { } token
            || !_remembered.TryGetValue((shelf, token), out var first)
            || shelf.Find(first.Job.Arn) != first.Job)
        {
            return null;
        }

        return JsonElement.DeepEquals(first.Request, input)
            ? first.Job
            : throw new ServiceException(
                ErrorTypes.Conflict, $"The clientRequestToken {token} was used before, with other parameters.");
    }

    private Job Create(JsonElement input, JobShelf shelf, DateTime now)
    {
        var name = TextOf(input, "jobName")!;
        var baseModelArn = BaseModelArn(TextOf(input, "baseModelIdentifier")!, shelf, now);
        var baseModelId = Arns.BaseModelId(baseModelArn);
        var creation = IsoTime.ToMilliseconds(now);
        var planner = new JobPlanner(seed, $"{shelf.Region}/{shelf.Account}/{name}/{creation.Ticks}");

        var job = new Job(
            Arns.Job(shelf.Region, shelf.Account, baseModelId, planner.Id()),
            name,
            creation,
            baseModelArn,
            planner.NewCourse(creation))
        {
            CustomizationType = TextOf(input, "customizationType") ?? "FINE_TUNING",
            ModelName = TextOf(input, "customModelName")!,
            ModelArn = Arns.CustomModel(shelf.Region, shelf.Account, baseModelId, planner.Id()),
            Details = JobDetails.FromCreation(input),
        };
        if (shelf.Add([job]) is not null)
        {
            throw new ServiceException(ErrorTypes.Conflict, $"A job with the name {name} exists already.");
        }

        if (TextOf(input, "clientRequestToken") is { } token)
        {
            _remembered[(shelf, token)] = (input, job);
        }

        return job;
    }

    /// <summary>The identifier is the id or ARN of a foundation model, or the name or ARN of a job's model.</summary>
    private static string BaseModelArn(string identifier, JobShelf shelf, DateTime now)
    {
        var foundationModelId = identifier.Contains(":foundation-model/", StringComparison.Ordinal)
            ? Arns.BaseModelId(identifier)
            : identifier;
        if (BaseModels.IsKnown(foundationModelId))
        {
            return Arns.FoundationModel(shelf.Region, foundationModelId);
        }

        var maker = shelf.Sorted.FirstOrDefault(j =>
            (j.ModelArn == identifier || j.ModelName == identifier) && j.StatusAt(now) == JobStatus.Completed);
        return maker?.ModelArn
            ?? throw new ServiceException(ErrorTypes.ResourceNotFound, $"The base model {identifier} could not be found.");
    }

    private static JsonElement? Optional(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? TextOf(JsonElement input, string name) => Optional(input, name)?.GetString();
}
