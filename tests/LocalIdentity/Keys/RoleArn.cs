using System.Text.RegularExpressions;

namespace LocalIdentity.Keys;

/// <summary>The ARN of a role, and of a session of it.</summary>
internal sealed partial record RoleArn(string Account, string Name)
{
    /// <returns>Null when it isn't a role's.</returns>
    public static RoleArn? Parse(string arn) => Form().Match(arn) is { Success: true } match
        ? new RoleArn(match.Groups["account"].Value, match.Groups["name"].Value)
        : null;

    public string Session(string name) => $"arn:aws:sts::{Account}:assumed-role/{Name}/{name}";

    // A role's path is not part of its sessions' ARNs.
    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/(?:[!-~]+/)?(?<name>[\w+=,.@-]{1,64})\z")]
    private static partial Regex Form();
}
