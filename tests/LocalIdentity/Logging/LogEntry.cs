using System;
using System.Collections.Generic;

namespace LocalIdentity.Logging;

/// <summary>What is known of one request. What isn't known, or not yet, is null; secrets and tokens are never in it.</summary>
internal sealed record LogEntry
{
    public int Number { get; init; }

    public DateTime Time { get; init; }

    /// <summary>The operation of the Security Token Service, or the path.</summary>
    public required string Action { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>As the signature claims, be it right or wrong.</summary>
    public string? AccessKeyId { get; init; }

    public string? UserAgent { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public int? Status { get; init; }

    public string? ErrorType { get; init; }

    /// <summary>The access key id that was handed out.</summary>
    public string? HandedOut { get; init; }
}
