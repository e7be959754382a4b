namespace BedrockJobs.Service;

/// <summary>
/// Checks the characters of access keys. Keys are sent in request headers, where a line break would start another
/// header. A secret that was copied with a trailing space results in a signature that the service rejects without a
/// reason.
/// </summary>
/// <remarks>No message quotes the value, because it is or might be a secret.</remarks>
internal static class KeyRules
{
    /// <summary>Describes what is wrong with an access key; null if it's valid.</summary>
    public static string? FaultOf(AccessKey key) =>
        FaultOf(SR.AccessKeyId, key.Id) ?? FaultOf(SR.SecretAccessKey, key.Secret) ?? FaultOf(SR.SessionToken, key.SessionToken);

    /// <summary>Describes what is wrong with a part of a key; null if it's valid.</summary>
    /// <param name="value">The part; null if the key doesn't have it.</param>
    public static string? FaultOf(string part, string? value) => Fault(part, value, mayHoldSpace: false);

    /// <summary>
    /// Describes what is wrong with a complete header value, such as a scheme and a token; null if it's valid.
    /// </summary>
    /// <param name="value">The value; null if there is none.</param>
    public static string? FaultOfHeader(string name, string? value) => Fault(name, value, mayHoldSpace: true);

    private static string? Fault(string part, string? value, bool mayHoldSpace)
    {
        foreach (var letter in value ?? string.Empty)
        {
            if (letter is <= ' ' or > '~' && !(mayHoldSpace && letter == ' '))
            {
                return SR.KeyFault.With(part, Kind(letter));
            }
        }

        return null;
    }

    private static string Kind(char letter) => letter switch
    {
        '\r' or '\n' => SR.LineBreak,
        ' ' or '\t' => SR.Space,
        < ' ' or '\u007F' => SR.ControlCharacter,
        _ => SR.NotAsciiCharacter,
    };
}
