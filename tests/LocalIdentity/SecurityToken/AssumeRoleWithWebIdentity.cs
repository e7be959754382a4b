namespace LocalIdentity.SecurityToken;

/// <summary>Issues a temporary key of a role for the token of an identity provider.</summary>
internal sealed class AssumeRoleWithWebIdentity(KeyDesk desk, SettingsStore settings)
{
    private const string Provider = "https://identity.example.com";

    /// <exception cref="StsException">The token is wrong, or an input isn't valid.</exception>
    public IdentityReply Answer(StsRequest request, string requestId)
    {
        var session = RoleSession.Of(request, StsShapes.AssumeRoleWithWebIdentity);
        if (!Signature.Equal(settings.Current.WebIdentityToken, request["WebIdentityToken"]!))
        {
            throw new StsException(
                400,
                "InvalidIdentityToken",
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }

        if (settings.Current.Roles.TryGetValue(session.RoleArn, out var rule) && rule.Denied)
        {
            throw StsException.AccessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }

        var key = desk.Issue(session.Role.Account, session.Arn, session.Duration);
        return StsXml.Result(
            "AssumeRoleWithWebIdentity",
            requestId,
            key,
            StsXml.Element("SubjectFromWebIdentityToken", "subject-example"),
            StsXml.Element("Audience", "sts.amazonaws.com"),
            StsXml.AssumedRoleUser(key, session.Name),
            StsXml.Credentials(key),
            StsXml.Element("Provider", Provider));
    }
}
