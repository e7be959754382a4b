namespace BedrockJobs.Errors;

/// <summary>Converts an unexpected exception to an error.</summary>
internal static class UnexpectedFailure
{
    /// <remarks>
    /// The exception and its message aren't kept, because they might quote a request and its access key. Types and
    /// methods can't.
    /// </remarks>
    public static BedrockRequestException From(Exception exception, string subject)
    {
        if (Causes(exception).Select(MissingFile).FirstOrDefault(file => file is not null) is { } missing)
        {
            return ModuleIncomplete(missing);
        }

        var type = exception.GetType().FullName!;
        var method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        var origin = method is null
            ? type
            : SR.UnexpectedIn.With(type, $"{method.DeclaringType}.{method.Name}");
        return new BedrockRequestException(BedrockErrorId.UnexpectedError, subject, origin)
        {
            Trace = string.Join(
                Environment.NewLine,
                Causes(exception).Select(cause => cause.GetType().FullName + Environment.NewLine + new StackTrace(cause))),
        };
    }

    public static BedrockRequestException From(Exception exception, Operation operation)
    {
        var failure = From(exception, operation.Subject);
        failure.Operation = operation.Name;
        return failure;
    }

    /// <summary>The error for a file of this module that is missing or damaged.</summary>
    public static BedrockRequestException ModuleIncomplete(string file) => new(
        BedrockErrorId.ModuleIncomplete, SR.ModuleSubject, SR.MissingFile.With(file));

    // .NET reports an assembly by its full name or by the path of its file. Other files are data of the user.
    private static string? MissingFile(Exception exception)
    {
        var file = exception switch
        {
            FileNotFoundException missing => missing.FileName,
            FileLoadException unreadable => unreadable.FileName,
            BadImageFormatException damaged => damaged.FileName,
            _ => null,
        };
        return file is null ? null
            : file.Contains(", Version=", StringComparison.Ordinal) ? string.Concat(file.AsSpan(0, file.IndexOf(',')), ".dll")
            : file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? file
            : null;
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
