namespace LocalBedrock.Logging;

/// <summary>The log entry of one request to the API. Values that aren't known, or not yet, are null.</summary>
internal sealed record LogEntry
{
    public int Number { get; init; }

    /// <summary>The time of arrival, in real time (the clock of the service can run at another speed).</summary>
    public DateTime Time { get; init; }

    public required string Method { get; init; }

    /// <summary>The encoded path, as sent.</summary>
    public required string Path { get; init; }

    /// <summary>The encoded query as sent, without the question mark.</summary>
    public required string RawQuery { get; init; }

    /// <summary>The decoded parts.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public string? Operation { get; init; }

    /// <summary>The region in the signature, whether valid or not. For an API key, the region of the key.</summary>
    public string? Region { get; init; }

    /// <summary>The account of the access key or API key; null if the key is unknown.</summary>
    public string? Account { get; init; }

    public string? AccessKeyId { get; init; }

    public string? UserAgent { get; init; }

    public int? Status { get; init; }

    public string? ErrorType { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The number of jobs on the page of a listing.</summary>
    public int? Items { get; init; }

    /// <summary>The time from the arrival until the response started.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>Whether the client disconnected before the response was complete.</summary>
    public bool Aborted { get; init; }
}
