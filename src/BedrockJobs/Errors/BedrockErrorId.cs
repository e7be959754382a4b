namespace BedrockJobs;

/// <summary>
/// The kinds of failure. The name of a kind is also the error ID, the key of its texts in SR.resx, and the key of its
/// category, so these can't get out of step.
/// </summary>
public enum BedrockErrorId
{
    /// <summary>The identity doesn't have permission to perform the operation.</summary>
    AccessDenied,

    /// <summary>The service rejected an input as not valid.</summary>
    ValidationFailed,

    /// <summary>Too many requests. The retries were throttled too.</summary>
    Throttled,

    /// <summary>The service failed, and so did the retries.</summary>
    ServiceFault,

    /// <summary>The job doesn't exist.</summary>
    JobNotFound,

    /// <summary>The job can't be stopped because it has ended.</summary>
    JobNotStoppable,

    /// <summary>No credentials were found.</summary>
    CredentialsNotFound,

    /// <summary>The credentials have expired.</summary>
    CredentialsExpired,

    /// <summary>
    /// The service doesn't accept the credentials or their signature, or the credentials contain characters that can't
    /// be sent.
    /// </summary>
    CredentialsRejected,

    /// <summary>No AWS Region was specified or configured.</summary>
    RegionNotFound,

    /// <summary>The endpoint couldn't be reached because of a connection, name resolution, or TLS failure.</summary>
    ConnectionFailed,

    /// <summary>No response arrived within the time limit.</summary>
    RequestTimedOut,

    /// <summary>A job didn't end within the time limit of a wait.</summary>
    WaitTimedOut,

    /// <summary>The endpoint or the Region doesn't have the operation.</summary>
    OperationNotSupported,

    /// <summary>The response isn't valid according to the API.</summary>
    MalformedResponse,

    /// <summary>The service returned the same page token twice, so the listing would never end.</summary>
    RepeatedToken,

    /// <summary>A file of this module is missing or damaged.</summary>
    ModuleIncomplete,

    /// <summary>An unexpected fault in this module.</summary>
    UnexpectedError,
}
