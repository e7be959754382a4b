using System.Text.RegularExpressions;

namespace LocalIdentity.Keys;

/// <summary>The ARN of a role, and the ARN of a session of the role.</summary>
internal sealed partial record RoleArn(string Account, string Name)
{
    /// <returns>Null if it isn't the ARN of a role.</returns>
    public static RoleArn? Parse(string arn) => Form().Match(arn) is { Success: true } match
        ? new RoleArn(match.Groups["account"].Value, match.Groups["name"].Value)
        : null;

    public string Session(string name) => $"arn:aws:sts::{Account}:assumed-role/{Name}/{name}";

    // The ARNs of sessions don't contain the path of the role.
    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/(?:[!-~]+/)?(?<name>[\w+=,.@-]{1,64})\z")]
    private static partial Regex Form();
}
