namespace BedrockJobs.Waiting;

/// <summary>Converts any exception of a request to a failure that a wait can report, so that no job is lost.</summary>
internal static class RequestFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="subject">The request, for the message.</param>
    /// <returns>Null if the exception ends the command because it was stopped.</returns>
    public static BedrockRequestException? Of(Exception exception, string subject) => exception switch
    {
        BedrockRequestException failure => failure,
        OperationCanceledException => null,
        _ => UnexpectedFailure.Of(exception, subject),
    };
}
