using System.Globalization;
using BedrockJobs.Service;

namespace BedrockJobs.Identity;

/// <summary>
/// What a key may consist of. Keys go into the headers of a request, where a line break would begin a header of its own; and a
/// secret with a space at its end, which is easily copied along, makes a signature that the service refuses without a reason.
/// </summary>
/// <remarks>No message quotes what is wrong, since it is or may be a secret.</remarks>
internal static class KeyRules
{
    /// <summary>What is wrong with a key, in words; null for nothing.</summary>
    public static string? FaultOf(AccessKey key) =>
        FaultOf(SR.AccessKeyId, key.Id) ?? FaultOf(SR.SecretAccessKey, key.Secret) ?? FaultOf(SR.SessionToken, key.SessionToken);

    /// <summary>What is wrong with a part of a key, in words; null for nothing.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="value">The part; null where the key has none.</param>
    public static string? FaultOf(string part, string? value) => Fault(part, value, mayHoldSpace: false);

    /// <summary>What is wrong with the whole value of a header, such as a scheme and a token; null for nothing.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="value">The value; null for none.</param>
    public static string? FaultOfHeader(string name, string? value) => Fault(name, value, mayHoldSpace: true);

    private static string? Fault(string part, string? value, bool mayHoldSpace)
    {
        foreach (var letter in value ?? string.Empty)
        {
            if (letter is <= ' ' or > '~' && !(mayHoldSpace && letter == ' '))
            {
                return string.Format(CultureInfo.CurrentCulture, SR.KeyFault, part, Kind(letter));
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
