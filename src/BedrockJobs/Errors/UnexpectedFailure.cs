namespace BedrockJobs.Errors;

/// <summary>Converts an unexpected exception to an error.</summary>
internal static class UnexpectedFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="subject">What failed, for the message.</param>
    /// <remarks>
    /// The exception and its message aren't kept, because they might quote a request and its access key. Types and
    /// methods can't.
    /// </remarks>
    public static BedrockRequestException Of(Exception exception, string subject)
    {
        if (MissingModuleFile.ErrorOf(exception) is { } incomplete)
        {
            return incomplete;
        }

        var type = exception.GetType().FullName!;
        var method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        var place = method is null
            ? type
            : string.Format(CultureInfo.CurrentCulture, SR.UnexpectedIn, type, $"{method.DeclaringType}.{method.Name}");
        return new BedrockRequestException(BedrockErrorId.UnexpectedError, subject, place)
        {
            Trace = string.Join(Environment.NewLine, Traces(exception)),
        };
    }

    /// <param name="exception">The exception.</param>
    /// <param name="operation">The request that failed.</param>
    public static BedrockRequestException Of(Exception exception, Operation operation)
    {
        var failure = Of(exception, operation.Subject);
        failure.Operation = operation.Name;
        return failure;
    }

    private static IEnumerable<string> Traces(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause.GetType().FullName + Environment.NewLine + new StackTrace(cause);
        }
    }
}
