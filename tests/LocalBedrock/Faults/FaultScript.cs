using System.Text.Json.Serialization;

namespace LocalBedrock.Faults;

/// <summary>A fault in the format of the admin API. README.md describes the members.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FaultScript
{
    public const string Reset = "reset";
    public const string Truncate = "truncate";
    public const string Stall = "stall";
    public const string Endless = "endless";
    private const string Ok = "ok";

    public string? Operation { get; init; }

    public string? Region { get; init; }

    public string? AccessKeyId { get; init; }

    /// <summary>The job in the path of the request, with the name or ARN in that path.</summary>
    public string? JobIdentifier { get; init; }

    /// <summary>The number of matching requests to skip first.</summary>
    public int Skip { get; init; }

    /// <summary>The number of requests to apply the fault to after that; null for all.</summary>
    public int? Count { get; init; } = 1;

    public bool BeforeAuthentication { get; init; }

    public TimeSpan Delay { get; init; }

    public int? Status { get; init; }

    public string? ErrorType { get; init; }

    public string? Message { get; init; }

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Connection { get; init; }

    public string? ReplyWith { get; init; }

    /// <summary>The exact bytes of the response; see <see cref="RawBytes"/>.</summary>
    public string? Raw { get; init; }

    /// <summary>The time between the bytes of the body of a raw response.</summary>
    public TimeSpan BytePause { get; init; }

    /// <summary>The inputs that a listing ignores.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The number of jobs of the previous page that a page of a listing repeats.</summary>
    public int Repeat { get; init; }

    /// <summary>Whether no response is sent.</summary>
    [JsonIgnore]
    public bool IsSilent => Raw is null && Connection is (Reset or Stall);

    /// <returns>The error in the script, or null.</returns>
    public string? Complaint() => this switch
    {
        { Connection: not (null or Reset or Truncate or Stall or Endless) } => $"connection can't be '{Connection}': it is reset, truncate, stall or endless.",
        { Raw: null, Connection: Endless } => "connection can be endless with raw only.",
        { Raw: not null, Connection: Truncate } => "raw and truncate exclude each other.",
        { Raw: null, BytePause.Ticks: not 0 } => "bytePause needs raw.",
        { Raw: not null, Body: not null } or { Raw: not null, Status: not null } or { Raw: not null, ErrorType: not null } =>
            "raw excludes body, status and errorType.",
        { BytePause.Ticks: < 0 } => "bytePause can't be negative.",
        { ReplyWith: not (null or Ok) } => $"replyWith can't be '{ReplyWith}': it is ok.",
        { ReplyWith: Ok, Body: null } => "replyWith needs a body.",
        { ReplyWith: Ok, Status: not null } => "replyWith and status exclude each other.",
        { Status: < 200 or > 599 } => $"status can't be {Status}: it is from 200 to 599.",
        { Skip: < 0 } => "skip can't be negative.",
        { Repeat: < 0 } => "repeat can't be negative.",
        { Count: < 1 } => "count is at least 1, or null for every request.",
        _ when Ignore.FirstOrDefault(input => !JobQuery.Filters.Contains(input)) is { } input =>
            $"ignore can't hold '{input}': it holds {string.Join(", ", JobQuery.Filters)}.",
        _ when Raw is not null && !RawBytes.AreBytes(Raw) => "raw can't hold a character beyond U+00FF: each is a byte.",
        _ when Delay < TimeSpan.Zero => "delay can't be negative.",
        _ => null,
    };

    public bool Fits(string? operation, string? region, string? accessKeyId, string? jobIdentifier) =>
        (Operation is null || Operation == operation)
        && (Region is null || Region == region)
        && (AccessKeyId is null || AccessKeyId == accessKeyId)
        && (JobIdentifier is null || JobIdentifier == jobIdentifier);

    /// <summary>The response that replaces the real one, or null to send the real one.</summary>
    public ApiReply? CannedReply()
    {
        if (Raw is not null)
        {
            return RawBytes.NeedBody(Raw) ? null : new ApiReply(200, default);
        }

        if (Body is not null)
        {
            return new ApiReply(Status ?? (ErrorType is null ? 200 : ErrorTypes.StatusOf(ErrorType)), Encoding.UTF8.GetBytes(Body)) { ErrorType = ErrorType };
        }

        if (ErrorType is not null || Message is not null)
        {
            return ApiReply.Error(ErrorType, Message ?? $"A fault script asked for {ErrorType}.", Status);
        }

        return Status is { } status ? new ApiReply(status, default) : null;
    }

    /// <summary>Changes a response, whether scripted or real, as the script specifies.</summary>
    public ApiReply Alter(ApiReply reply) => reply with
    {
        ContentType = ContentType ?? reply.ContentType,
        Headers = Headers,
        Raw = Raw is null ? default(ReadOnlyMemory<byte>?) : RawBytes.Of(Raw, reply.Body),
    };
}
