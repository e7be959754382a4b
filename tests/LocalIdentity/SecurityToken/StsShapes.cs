namespace LocalIdentity.SecurityToken;

/// <summary>The inputs, with the constraints of AWS's model of the service (2011-06-15).</summary>
internal static class StsShapes
{
    private static readonly Member RoleArn = new("roleArn", new StringShape("arnType") { Min = 20, Max = 2048 }, Required: true);

    private static readonly Member RoleSessionName = new(
        "roleSessionName", new StringShape("roleSessionNameType") { Min = 2, Max = 64, Pattern = "[A-Za-z0-9_+=,.@-]*" }, Required: true);

    private static readonly Member DurationSeconds = new("durationSeconds", new IntegerShape("roleDurationSecondsType", 900, 43200));

    public static readonly StructureShape AssumeRole = new(
        "AssumeRoleRequest",
        RoleArn,
        RoleSessionName,
        DurationSeconds,
        new("externalId", new StringShape("externalIdType") { Min = 2, Max = 1224, Pattern = "[A-Za-z0-9_+=,.@:/-]*" }),
        new("serialNumber", new StringShape("serialNumberType") { Min = 9, Max = 256, Pattern = "[A-Za-z0-9_+=/:,.@-]*" }),
        new("tokenCode", new StringShape("tokenCodeType") { Min = 6, Max = 6, Pattern = @"\d*" }));

    public static readonly StructureShape AssumeRoleWithWebIdentity = new(
        "AssumeRoleWithWebIdentityRequest",
        RoleArn,
        RoleSessionName,
        DurationSeconds,
        new("webIdentityToken", new StringShape("clientTokenType") { Min = 4, Max = 20000 }, Required: true));
}
