using System;
using System.Collections.Generic;

namespace LocalBedrock.Logging;

/// <summary>What is known of one request to the API. What isn't known, or not yet, is null.</summary>
internal sealed record LogEntry
{
    public int Number { get; init; }

    /// <summary>When it came, in real time (the service's clock may run at another speed).</summary>
    public DateTime Time { get; init; }

    public required string Method { get; init; }

    /// <summary>As sent, still encoded.</summary>
    public required string Path { get; init; }

    /// <summary>As sent, still encoded, without the question mark.</summary>
    public required string RawQuery { get; init; }

    /// <summary>Decoded.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public string? Operation { get; init; }

    /// <summary>As the signature claims, be it right or wrong; of a request with an API key, the region it stands for.</summary>
    public string? Region { get; init; }

    /// <summary>The account of the access key or API key; null when the key is unknown.</summary>
    public string? Account { get; init; }

    public string? AccessKeyId { get; init; }

    public string? UserAgent { get; init; }

    public int? Status { get; init; }

    public string? ErrorType { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The number of jobs on a listing's page.</summary>
    public int? Items { get; init; }

    /// <summary>From the arrival to the moment at which the reply began to be sent.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>The client went away before the reply was complete.</summary>
    public bool Aborted { get; init; }
}
