namespace LocalIdentity.SecurityToken;

/// <summary>Returns the identity of the caller.</summary>
internal static class CallerIdentity
{
    private const string UserId = "AIDAIOSFODNN7EXAMPLE";

    public static IdentityReply Answer(SigningKey caller, string requestId)
    {
        var userId = caller.Expires is null
            ? UserId
            : $"{StsXml.RoleId}:{caller.Principal[(caller.Principal.LastIndexOf('/') + 1)..]}";
        return StsXml.Result(
            "GetCallerIdentity",
            requestId,
            null,
            StsXml.Element("Arn", caller.Principal),
            StsXml.Element("UserId", userId),
            StsXml.Element("Account", caller.Account));
    }
}
