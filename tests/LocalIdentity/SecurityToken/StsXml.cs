using System.Xml.Linq;

namespace LocalIdentity.SecurityToken;

/// <summary>Writes responses in the format of the Security Token Service.</summary>
internal static class StsXml
{
    private const string ContentType = "text/xml";
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static XElement Element(string name, params object[] content) => new(Namespace + name, content);

    public static IdentityReply Result(string action, string requestId, IssuedKey? key, params object[] content)
    {
        var response = Element(
            $"{action}Response",
            Element($"{action}Result", content),
            Element("ResponseMetadata", Element("RequestId", requestId)));
        return IdentityReply.Text(200, response.ToString(), ContentType) with { Issued = key?.Key };
    }

    public static IdentityReply Error(int status, string code, string message, string requestId)
    {
        var response = Element(
            "ErrorResponse",
            Element(
                "Error",
                Element("Type", status < 500 ? "Sender" : "Receiver"),
                Element("Code", code),
                Element("Message", message)),
            Element("RequestId", requestId));
        return IdentityReply.Text(status, response.ToString(), ContentType).WithErrorType(code);
    }

    public static XElement Credentials(IssuedKey key) => Element(
        "Credentials",
        Element("AccessKeyId", key.Key.AccessKeyId),
        Element("SecretAccessKey", key.Key.SecretAccessKey),
        Element("SessionToken", key.Key.SessionToken),
        Element("Expiration", key.ExpirationText));

    public static XElement AssumedRoleUser(IssuedKey key, string sessionName) => Element(
        "AssumedRoleUser",
        Element("AssumedRoleId", $"{RoleId}:{sessionName}"),
        Element("Arn", key.Key.Principal));

    public const string RoleId = "AROAIOSFODNN7EXAMPLE";
}
