namespace LocalBedrock.Operations;

/// <summary>The paths of the operations: <c>/model-customization-jobs[/{jobIdentifier}[/stop]]</c>.</summary>
internal static class JobPath
{
    public static bool IsCollection(IReadOnlyList<string> path) => path is ["model-customization-jobs"];

    public static bool IsJob(IReadOnlyList<string> path) => path is ["model-customization-jobs", { Length: > 0 }];

    public static bool IsStop(IReadOnlyList<string> path) => path is ["model-customization-jobs", { Length: > 0 }, "stop"];

    /// <summary>The job identifier in the path; null if there is none.</summary>
    public static string? JobIdentifier(IReadOnlyList<string> path) => IsJob(path) || IsStop(path) ? path[1] : null;

    /// <summary>Gets the job in a path.</summary>
    /// <exception cref="ServiceException">The identifier has the wrong form, or the job doesn't exist.</exception>
    public static Job FindJob(ApiRequest request, StructureShape input, JobShelf shelf)
    {
        var identifier = request.Target.ApiSegments![1];
        TextValidator.Validate(input, new Dictionary<string, string> { ["jobIdentifier"] = identifier });
        return shelf.Find(identifier) ?? throw new ServiceException(
            ErrorTypes.ResourceNotFound, $"The model customization job {identifier} could not be found.");
    }
}
