namespace LocalBedrock.Signing;

/// <summary>The Credential part of an Authorization header: an access key id and the scope of the signing key.</summary>
internal sealed record Credential(string AccessKeyId, string Date, string Region, string Service, string Terminator)
{
    /// <summary>The length of yyyyMMdd.</summary>
    public const int DateLength = 8;

    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <returns>Null if it doesn't have five parts.</returns>
    public static Credential? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 5 && !Array.Exists(parts, string.IsNullOrEmpty)
            ? new Credential(parts[0], parts[1], parts[2], parts[3], parts[4])
            : null;
    }
}
