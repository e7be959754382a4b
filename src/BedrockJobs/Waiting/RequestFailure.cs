using System;

namespace BedrockJobs.Waiting;

/// <summary>Makes of whatever a request throws a failure that a wait can report, so that no job is lost to it.</summary>
internal static class RequestFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="subject">The request, for the message.</param>
    /// <returns>Null for what ends the command: it was stopped.</returns>
    public static BedrockRequestException? Of(Exception exception, string subject) => exception switch
    {
        BedrockRequestException failure => failure,
        OperationCanceledException => null,
        _ => UnexpectedFailure.Of(exception, subject),
    };
}
