using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// Extracts the text that a message quotes from an error response, which might be the HTML page of a proxy.
/// </summary>
internal static partial class ReplyText
{
    /// <summary>Longer pages are truncated first.</summary>
    private const int LongestPage = 16 * 1024;

    /// <summary>Returns the title or the text of an HTML page, or the first line of any other response.</summary>
    /// <remarks>The SDK inserts its own text before the page.</remarks>
    public static string Of(string reply, SentSecrets secrets)
    {
        // Before anything is cut, since a part of a secret is one too.
        reply = secrets.Hide(reply);
        var text = reply.Length > LongestPage ? reply[..LongestPage] : reply;
        return Html().Match(text) is { Success: true, Index: var start }
            ? $"{FirstLine(text[..start])} {WordsOfPage(text[start..])}".Trim()
            : FirstLine(text);
    }

    private static string FirstLine(string text) => text.Split(['\r', '\n'], 2)[0].TrimEnd();

    private static string WordsOfPage(string page)
    {
        var title = Words(Title().Match(page).Groups["title"].Value);
        return title.Length > 0 ? title : Words(Unseen().Replace(page, " "));
    }

    private static string Words(string markup) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(markup, " ")), " ").Trim();

    [GeneratedRegex(@"<(!doctype|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"<title\b[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"<(script|style)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
