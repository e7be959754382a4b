using System;
using System.Globalization;
using System.Management.Automation;

namespace BedrockJobs;

/// <summary>Turns failures into what PowerShell shows: id, category, target, and what to do.</summary>
internal static class ErrorRecordFactory
{
    public static ErrorRecord Create(BedrockRequestException exception, object? target)
    {
        return new ErrorRecord(exception, exception.ErrorId.ToString(), Category(exception.ErrorId), target)
        {
            ErrorDetails = new ErrorDetails(exception.Message)
            {
                // PowerShell shows it below the message.
                RecommendedAction = RecommendedAction(exception.ErrorId),
            },
        };
    }

    public static ErrorRecord InvalidTimeRange(DateTime after, DateTime before) => new(
        new ArgumentException(string.Format(CultureInfo.CurrentCulture, SR.InvalidTimeRange, after, before)),
        nameof(SR.InvalidTimeRange),
        ErrorCategory.InvalidArgument,
        targetObject: after);

    public static ErrorRecord TokenWithMaxAge(string token) => new(
        new ArgumentException(SR.TokenWithMaxAge),
        nameof(SR.TokenWithMaxAge),
        ErrorCategory.InvalidArgument,
        targetObject: token);

    internal static string RecommendedAction(BedrockErrorId errorId) =>
        SR.ResourceManager.GetString(errorId + "_Action", SR.Culture)!;

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
        BedrockErrorId.MalformedResponse => ErrorCategory.ProtocolError,
        BedrockErrorId.RepeatedToken => ErrorCategory.ProtocolError,
        _ => throw new ArgumentOutOfRangeException(nameof(errorId), errorId, null),
    };
}
