namespace BedrockJobs;

/// <summary>
/// The kinds of failure. A kind's name is the error's id, the key of its texts in SR.resx, and the key of its
/// category, so that none of them can drift from the others.
/// </summary>
public enum BedrockErrorId
{
    /// <summary>The identity may not perform the operation.</summary>
    AccessDenied,

    /// <summary>The service found an input invalid.</summary>
    ValidationFailed,

    /// <summary>Too many requests; the retries were throttled too.</summary>
    Throttled,

    /// <summary>The service failed; so did the retries.</summary>
    ServiceFault,

    /// <summary>No such job exists.</summary>
    JobNotFound,

    /// <summary>The job can't be stopped, since it has ended.</summary>
    JobNotStoppable,

    /// <summary>No credentials were found.</summary>
    CredentialsNotFound,

    /// <summary>The credentials have expired.</summary>
    CredentialsExpired,

    /// <summary>
    /// The service does not accept the credentials or the signature made with them; or they can't be sent, since they hold what
    /// no key has.
    /// </summary>
    CredentialsRejected,

    /// <summary>No AWS Region was given or configured.</summary>
    RegionNotFound,

    /// <summary>The endpoint could not be reached: connection, name or TLS failure.</summary>
    ConnectionFailed,

    /// <summary>No reply within the time limit.</summary>
    RequestTimedOut,

    /// <summary>A job has not ended within the time limit of a wait.</summary>
    WaitTimedOut,

    /// <summary>The reply isn't what the API promises.</summary>
    MalformedResponse,

    /// <summary>The service sent the same page token twice, which would never end.</summary>
    RepeatedToken,

    /// <summary>A file of this module is missing or damaged.</summary>
    ModuleIncomplete,

    /// <summary>A fault of this module, which nobody has foreseen.</summary>
    UnexpectedError,
}
