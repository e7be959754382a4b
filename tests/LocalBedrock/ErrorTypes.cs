namespace LocalBedrock;

/// <summary>The errors of the API, and the HTTP status of each.</summary>
internal static class ErrorTypes
{
    public const string AccessDenied = "AccessDeniedException";
    public const string Conflict = "ConflictException";
    public const string ResourceNotFound = "ResourceNotFoundException";
    public const string Validation = "ValidationException";

    public const string ExpiredToken = "ExpiredTokenException";
    public const string IncompleteSignature = "IncompleteSignatureException";
    public const string InvalidSignature = "InvalidSignatureException";
    public const string MissingAuthenticationToken = "MissingAuthenticationTokenException";
    public const string UnknownOperation = "UnknownOperationException";
    public const string UnrecognizedClient = "UnrecognizedClientException";

    /// <summary>By error type. The first eight are errors of this API. The rest are common to all AWS services.</summary>
    public static readonly IReadOnlyDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        [AccessDenied] = 403,
        [Conflict] = 400,
        ["InternalServerException"] = 500,
        [ResourceNotFound] = 404,
        ["ServiceQuotaExceededException"] = 400,
        ["ThrottlingException"] = 429,
        ["TooManyTagsException"] = 400,
        [Validation] = 400,

        [ExpiredToken] = 403,
        [IncompleteSignature] = 400,
        [InvalidSignature] = 403,
        [MissingAuthenticationToken] = 403,
        ["SerializationException"] = 400,
        ["ServiceUnavailableException"] = 503,
        [UnknownOperation] = 404,
        [UnrecognizedClient] = 403,
    };

    /// <summary>An unknown error type, which only a fault script can specify, is treated as a client error.</summary>
    public static int StatusOf(string type) => Statuses.GetValueOrDefault(type, 400);
}
