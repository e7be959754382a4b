namespace LocalBedrock.Signing;

/// <summary>The parts of <c>Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
internal sealed record AuthorizationHeader(Credential Credential, string[] SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string[] RequiredParts = ["Credential", "Signature", "SignedHeaders"];

    public static bool IsSignature(string authorization) =>
        authorization.StartsWith("AWS4-", StringComparison.Ordinal);

    /// <exception cref="ServiceException">A part is missing or has the wrong form.</exception>
    public static AuthorizationHeader Parse(string authorization)
    {
        var words = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (words[0] != Algorithm)
        {
            throw Incomplete($"Unsupported AWS 'algorithm': '{words[0]}'.");
        }

        var parts = PartsOf(words.ElementAtOrDefault(1) ?? "");
        string[] missing = [.. RequiredParts.Where(p => !parts.ContainsKey(p))];
        if (missing.Length > 0)
        {
            var complaints = string.Join(' ', missing.Select(p => $"Authorization header requires '{p}' parameter."));
            throw Incomplete($"{complaints} Authorization={Algorithm}");
        }

        var credential = Credential.Parse(parts["Credential"])
            ?? throw Incomplete(
                $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{parts["Credential"]}'");
        return new AuthorizationHeader(credential, parts["SignedHeaders"].Split(';'), parts["Signature"]);
    }

    /// <summary>The credential in a request, for the log and for fault scripts; null if there is none.</summary>
    public static Credential? ClaimedCredential(string? authorization)
    {
        if (authorization is null || !IsSignature(authorization))
        {
            return null;
        }

        var parts = authorization.Split(' ', 2).ElementAtOrDefault(1) ?? "";
        return PartsOf(parts).TryGetValue("Credential", out var credential) ? Credential.Parse(credential) : null;
    }

    private static Dictionary<string, string> PartsOf(string list)
    {
        var parts = new Dictionary<string, string>();
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < part.Length - 1)
            {
                parts[part[..equals]] = part[(equals + 1)..];
            }
        }

        return parts;
    }

    private static ServiceException Incomplete(string message) => new(ErrorTypes.IncompleteSignature, message);
}
