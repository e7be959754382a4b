namespace BedrockJobs.Display;

/// <summary>
/// Makes text from outside the module safe to print: it can't control the terminal or reorder a line.
/// </summary>
internal static class PrintableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>What a message quotes of a value at most; a value may be a megabyte long.</summary>
    private const int LongestQuote = 200;

    /// <summary>A value that a message quotes: safe to print, and cut where it is long.</summary>
    public static string Quoted(string? text) =>
        From(text is { Length: > LongestQuote } ? string.Concat(text.AsSpan(0, LongestQuote), "\u2026") : text);

    /// <summary>
    /// Returns <paramref name="text"/> with each control character and text direction character replaced by a visible
    /// character; empty for null.
    /// </summary>
    public static string From(string? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        StringBuilder? printable = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsUnsafe(text, i))
            {
                continue;
            }

            printable ??= new StringBuilder(text);
            printable[i] = Sign(text[i]);
            if (char.IsHighSurrogate(text[i]))
            {
                printable[++i] = Replacement;
            }
        }

        return printable?.ToString() ?? text;
    }

    // Format characters include text direction overrides, which can make one name look like another.
    private static bool IsUnsafe(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) is
        UnicodeCategory.Control or UnicodeCategory.Format or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Unicode has a symbol for each ASCII control character.
    private static char Sign(char c) => c switch
    {
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        _ => Replacement,
    };
}
