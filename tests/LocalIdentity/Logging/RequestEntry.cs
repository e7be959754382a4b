namespace LocalIdentity.Logging;

/// <summary>The log entry of one request, without secrets and tokens. Unknown values are null.</summary>
internal sealed record RequestEntry
{
    public int Number { get; init; }

    public DateTime Time { get; init; }

    /// <summary>The operation of the Security Token Service, or the path.</summary>
    public required string Action { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The value in the signature, whether valid or not.</summary>
    public string? AccessKeyId { get; init; }

    public string? UserAgent { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public int? Status { get; init; }

    public string? ErrorType { get; init; }

    /// <summary>The access key id that was issued.</summary>
    public string? Issued { get; init; }
}
