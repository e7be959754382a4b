namespace LocalIdentity.SecurityToken;

/// <summary>Issues a temporary key of a role to a caller who can assume it.</summary>
internal sealed class AssumeRole(KeyDesk desk, SettingsStore settings)
{
    private static readonly TimeSpan LongestChained = TimeSpan.FromHours(1);

    /// <exception cref="StsException">The caller isn't allowed to assume the role, or an input isn't valid.</exception>
    public IdentityReply Answer(StsRequest request, SigningKey caller, string requestId)
    {
        var session = RoleSession.Of(request, StsShapes.AssumeRole);
        if (caller.Expires is not null && session.Duration > LongestChained)
        {
            throw StsException.Validation(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }

        CheckMfa(request, session, out var mfa);
        CheckPermission(request, session, caller, mfa);

        var key = desk.Issue(session.Role.Account, session.Arn, session.Duration);
        return StsXml.Result(
            "AssumeRole", requestId, key, StsXml.AssumedRoleUser(key, session.Name), StsXml.Credentials(key));
    }

    // If there is a code, it is checked, even if the role doesn't require it.
    private void CheckMfa(StsRequest request, RoleSession session, out bool mfa)
    {
        var serial = request["SerialNumber"];
        var code = request["TokenCode"];
        mfa = serial is not null && code is not null;
        if ((serial is null) != (code is null))
        {
            throw StsException.AccessDenied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }

        if (!mfa)
        {
            return;
        }

        var rule = Rule(session);
        if (serial != rule?.MfaSerial)
        {
            throw StsException.AccessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
        }

        if (code != rule!.MfaCode)
        {
            throw StsException.AccessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        }
    }

    private void CheckPermission(StsRequest request, RoleSession session, SigningKey caller, bool mfa)
    {
        var rule = Rule(session);
        if (rule is null)
        {
            return;
        }

        if (rule.Denied
            || (rule.ExternalId is not null && rule.ExternalId != request["ExternalId"])
            || (rule.MfaSerial is not null && !mfa))
        {
            throw StsException.AccessDenied(
                $"User: {caller.Principal} is not authorized to perform: sts:AssumeRole on resource: {session.RoleArn}");
        }
    }

    private RoleRule? Rule(RoleSession session) =>
        settings.Current.Roles.TryGetValue(session.RoleArn, out var rule) ? rule : null;
}
