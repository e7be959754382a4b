using System;
using System.Resources;
using BedrockJobs.Views;

namespace BedrockJobs;

/// <summary>A request to Amazon Bedrock that failed, with what AWS Support and scripts need to know of it.</summary>
public sealed class BedrockRequestException : Exception
{
    /// <summary>What a message quotes of a reply at most; a reply may be a megabyte long.</summary>
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

    /// <summary>The kind of failure; also the first part of the error record's id.</summary>
    public BedrockErrorId ErrorId { get; }

    /// <summary>The AWS request id, which AWS Support asks for; null where no reply came.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP status of the reply; null where none came.</summary>
    public int? StatusCode { get; }

    /// <summary>The service's own name of the error, such as <c>ThrottlingException</c>; null where it gave none.</summary>
    public string? ErrorCode { get; }

    /// <summary>
    /// The API operation that was asked for, such as <c>GetModelCustomizationJob</c>; null where nothing was asked yet.
    /// </summary>
    public string? Operation { get; internal set; }

    /// <summary>
    /// Where an <see cref="BedrockErrorId.UnexpectedError"/> came from: types and stack traces, without messages or values. Null
    /// for every other kind.
    /// </summary>
    public string? Trace { get; internal set; }

    /// <summary>How long the reply asks to wait before the next request; null where it does not say.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    private static string? Short(string? text) =>
        text is { Length: > LongestDetail } ? text.Substring(0, LongestDetail) + "\u2026" : text;

    private static string Compose(BedrockErrorId errorId, string subject, string? detail, string? requestId)
    {
        var headline = SR.ResourceManager.GetString(errorId.ToString(), SR.Culture)
            ?? throw new MissingManifestResourceException(errorId.ToString());

        // The service's words end up on a terminal, and so do names from files, such as a profile's.
        var message = PrintableText.From(Short(subject)) + ": " + headline;
        var words = PrintableText.From(Short(detail)).TrimEnd('.', ' ');
        if (words.Length > 0)
        {
            message += ": " + words;
        }

        return message + (requestId is not null ? $" (request id {PrintableText.From(requestId)})."
            : words.EndsWith("?", StringComparison.Ordinal) ? string.Empty
            : ".");
    }
}
