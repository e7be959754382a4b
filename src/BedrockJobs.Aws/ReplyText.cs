using System.Net;
using System.Text.RegularExpressions;
using BedrockJobs.Aws.Identity;

namespace BedrockJobs.Aws;

/// <summary>What a message quotes of an error's reply, which may be the HTML page of a proxy.</summary>
internal static partial class ReplyText
{
    /// <summary>Longer pages are cut before they are looked at.</summary>
    private const int LongestPage = 16 * 1024;

    /// <summary>The words of a reply: the title or else the text of an HTML page, or the first line of anything else.</summary>
    /// <remarks>The SDK puts words of its own before the page.</remarks>
    public static string Of(string reply)
    {
        // Before anything is cut, since a part of a secret is one too.
        reply = SentSecrets.Hide(reply)!;
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
