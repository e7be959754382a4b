using System.Resources;

namespace BedrockJobs;

/// <summary>A failed request to Amazon Bedrock, with the information that AWS Support and scripts need.</summary>
public sealed class BedrockRequestException : Exception
{
    /// <summary>
    /// The maximum length of the text that a message quotes from a response, which can be a megabyte long.
    /// </summary>
    private const int LongestDetail = 500;

    internal BedrockRequestException(
        BedrockErrorId errorId,
        string subject,
        string? detail,
        string? requestId = null,
        int? statusCode = null,
        string? errorCode = null,
        Exception? innerException = null)
        : base(Compose(errorId, subject, detail, requestId), innerException)
    {
        ErrorId = errorId;
        RequestId = requestId is null ? null : PrintableText.From(requestId);
        StatusCode = statusCode;
        ErrorCode = errorCode is null ? null : PrintableText.From(errorCode);
    }

    internal BedrockRequestException(
        BedrockErrorId errorId, Operation operation, string? detail, string? requestId = null, int? statusCode = null, string? errorCode = null)
        : this(errorId, operation.Subject, detail, requestId, statusCode, errorCode)
    {
        Operation = operation.Name;
    }

    /// <summary>The kind of failure. It's also the first part of the error record's ID.</summary>
    public BedrockErrorId ErrorId { get; }

    /// <summary>The AWS request ID, which AWS Support asks for; null if no response arrived.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP status of the response; null if no response arrived.</summary>
    public int? StatusCode { get; }

    /// <summary>
    /// The error code of the service, such as <c>ThrottlingException</c>; null if the service returned none.
    /// </summary>
    public string? ErrorCode { get; }

    /// <summary>
    /// The API operation, such as <c>GetModelCustomizationJob</c>; null if the failure occurred before any request.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>
    /// The origin of an <see cref="BedrockErrorId.UnexpectedError"/>: types and stack traces, without messages or
    /// values. Null for all other kinds.
    /// </summary>
    public string? Trace { get; internal set; }

    /// <summary>
    /// How long to wait before the next request, according to the response; null if the response doesn't say.
    /// </summary>
    internal TimeSpan? RetryAfter { get; set; }

    private static string? Short(string? text) =>
        text is { Length: > LongestDetail } ? string.Concat(text.AsSpan(0, LongestDetail), "\u2026") : text;

    private static string Compose(BedrockErrorId errorId, string subject, string? detail, string? requestId)
    {
        var headline = SR.ResourceManager.GetString(errorId.ToString(), SR.Culture)
            ?? throw new MissingManifestResourceException(errorId.ToString());

        // The text of the service, and names from files such as profile names, are displayed on a terminal.
        var message = PrintableText.From(Short(subject)) + ": " + headline;
        var words = PrintableText.From(Short(detail)).TrimEnd('.', ' ');
        if (words.Length > 0)
        {
            message += ": " + words;
        }

        return message + (requestId is not null ? $" (request ID {PrintableText.From(requestId)})."
            : words.EndsWith('?') ? string.Empty
            : ".");
    }
}
