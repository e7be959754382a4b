namespace BedrockJobs.Errors;

/// <summary>Creates error records with ID, category, target, and recommended action.</summary>
internal static class ErrorRecordFactory
{
    public static ErrorRecord Create(BedrockRequestException exception, object? target)
    {
        return new ErrorRecord(exception, exception.ErrorId.ToString(), Category(exception.ErrorId), target)
        {
            ErrorDetails = new ErrorDetails(exception.Message)
            {
                // PowerShell displays the recommended action below the message.
                RecommendedAction = target is JobQuery { IsResumable: true, NextToken: not null }
                    ? SR.Resume_Action.With(RecommendedAction(exception))
                    : RecommendedAction(exception),
            },
        };
    }

    /// <summary>Creates an error for parameters that are valid individually, but not together.</summary>
    public static ErrorRecord Contradiction(string errorId, string message, object? target) =>
        new(new ArgumentException(message), errorId, ErrorCategory.InvalidArgument, target);

    // If the failure occurred before any request, the message names the action that every user of the module needs.
    private static string RecommendedAction(BedrockRequestException exception) => string.Format(
        CultureInfo.CurrentCulture,
        SR.ResourceManager.GetString(exception.ErrorId + "_Action", SR.Culture)!,
        "bedrock:" + (exception.Operation ?? Operation.ListJobs));

    internal static ErrorCategory Category(BedrockErrorId errorId) => errorId switch
    {
        BedrockErrorId.AccessDenied => ErrorCategory.PermissionDenied,
        BedrockErrorId.ValidationFailed => ErrorCategory.InvalidArgument,
        BedrockErrorId.Throttled => ErrorCategory.LimitsExceeded,
        BedrockErrorId.ServiceFault => ErrorCategory.ResourceUnavailable,
        BedrockErrorId.JobNotFound => ErrorCategory.ObjectNotFound,
        BedrockErrorId.JobNotStoppable => ErrorCategory.InvalidOperation,
        BedrockErrorId.CredentialsNotFound => ErrorCategory.AuthenticationError,
        BedrockErrorId.CredentialsExpired => ErrorCategory.AuthenticationError,
        BedrockErrorId.CredentialsRejected => ErrorCategory.AuthenticationError,
        BedrockErrorId.RegionNotFound => ErrorCategory.InvalidArgument,
        BedrockErrorId.ConnectionFailed => ErrorCategory.ConnectionError,
        BedrockErrorId.RequestTimedOut => ErrorCategory.OperationTimeout,
        BedrockErrorId.WaitTimedOut => ErrorCategory.OperationTimeout,
        BedrockErrorId.OperationNotSupported => ErrorCategory.NotImplemented,
        BedrockErrorId.MalformedResponse => ErrorCategory.ProtocolError,
        BedrockErrorId.RepeatedToken => ErrorCategory.ProtocolError,
        BedrockErrorId.ModuleIncomplete => ErrorCategory.NotInstalled,
        BedrockErrorId.UnexpectedError => ErrorCategory.InvalidResult,
        _ => throw new ArgumentOutOfRangeException(nameof(errorId), errorId, null),
    };
}
