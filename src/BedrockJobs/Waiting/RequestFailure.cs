namespace BedrockJobs.Waiting;

/// <summary>Converts any exception of a request to a failure that a wait can report, so that no job is lost.</summary>
internal static class RequestFailure
{
    /// <param name="exception">The exception.</param>
    /// <param name="operation">The request.</param>
    /// <returns>Null if the exception ends the command because it was stopped.</returns>
    public static BedrockRequestException? Of(Exception exception, Operation operation) => exception switch
    {
        BedrockRequestException failure => failure,
        OperationCanceledException => null,
        _ => UnexpectedFailure.Of(exception, operation),
    };
}
