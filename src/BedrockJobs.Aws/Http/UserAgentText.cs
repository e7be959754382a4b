using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// The user agent, which contains text from the environment. Characters that can't be sent are replaced, as in the AWS
/// CLI.
/// </summary>
internal static partial class UserAgentText
{
    /// <summary>The characters that the AWS CLI keeps in a part of the user agent.</summary>
    private const string Symbols = "!#$%&'*+-.^_`|~,";

    private const string Header = "User-Agent";

    /// <summary>A part of the user agent.</summary>
    public static string Part(string text) => string.Concat(text.Select(
        letter => char.IsAsciiLetterOrDigit(letter) || Symbols.Contains(letter, StringComparison.Ordinal) ? letter : '-'));

    /// <summary>Makes the header sendable. The SDK adds AWS_EXECUTION_ENV and AWS_INTERNAL_ENV as they are.</summary>
    public static void Clean(HttpRequestHeaders headers)
    {
        if (headers.NonValidated.TryGetValues(Header, out var values))
        {
            var text = ExecutionEnvironment().Replace(values.ToString(), found => Part(found.Value));
            headers.Remove(Header);
            headers.TryAddWithoutValidation(Header, string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter : '-')));
        }
    }

    [GeneratedRegex("(?<= exec-env/).*?(?= md/|$)", RegexOptions.Singleline)]
    private static partial Regex ExecutionEnvironment();
}
