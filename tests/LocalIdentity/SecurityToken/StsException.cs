namespace LocalIdentity.SecurityToken;

/// <summary>An error of the Security Token Service.</summary>
internal sealed class StsException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static StsException AccessDenied(string message) => new(403, "AccessDenied", message);

    public static StsException Validation(string message) => new(400, "ValidationError", message);
}
