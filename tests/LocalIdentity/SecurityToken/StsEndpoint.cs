namespace LocalIdentity.SecurityToken;

/// <summary>AWS's Security Token Service.</summary>
internal sealed class StsEndpoint(KeyRing keys, KeyDesk desk, SettingsStore settings, TimeProvider realTime) : IEndpoint
{
    private const string Version = "2011-06-15";

    private static readonly string[] Logged =
        ["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "SerialNumber", "ProviderId"];

    // The service uses another protocol than Bedrock, with other names for the same errors.
    private static readonly Dictionary<string, (int Status, string Code)> Codes = new()
    {
        [ErrorTypes.ExpiredToken] = (403, "ExpiredToken"),
        [ErrorTypes.IncompleteSignature] = (400, "IncompleteSignature"),
        [ErrorTypes.InvalidSignature] = (403, "SignatureDoesNotMatch"),
        [ErrorTypes.MissingAuthenticationToken] = (403, "MissingAuthenticationToken"),
        [ErrorTypes.UnrecognizedClient] = (403, "InvalidClientTokenId"),
    };

    private readonly AssumeRole _assumeRole = new(desk, settings);
    private readonly AssumeRoleWithWebIdentity _assumeRoleWithWebIdentity = new(desk, settings);

    // A gateway can serve it below another path.
    public bool Handles(ApiRequest request) =>
        request.Target.Path == "/" || (request.Method == "POST" && request.Target.Path.EndsWith('/'));

    public (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request)
    {
        var form = new StsRequest(request);
        return (form.Action ?? "/", Logged.Where(n => form[n] is not null).ToDictionary(n => n, n => form[n]!));
    }

    public IdentityReply Answer(ApiRequest request, string requestId)
    {
        var form = new StsRequest(request);
        try
        {
            return (request.Method, form.Action) switch
            {
                (not "POST", _) => throw new StsException(405, "MethodNotAllowed", "Only POST is served here."),
                (_, null) => throw new StsException(400, "MissingAction", "Could not find Action in the request"),
                _ when form["Version"] != Version => throw Unknown(form),
                (_, "AssumeRole") => _assumeRole.Answer(form, CallerOf(request), requestId),
                (_, "AssumeRoleWithWebIdentity") => _assumeRoleWithWebIdentity.Answer(form, requestId),
                (_, "GetCallerIdentity") => CallerIdentity.Answer(CallerOf(request), requestId),
                _ => throw Unknown(form),
            };
        }
        catch (StsException e)
        {
            return Error(e.Status, e.Code, e.Message, requestId);
        }
        catch (ServiceException e)
        {
            (var status, var code) = Codes[e.Type];
            return Error(status, code, e.Message, requestId);
        }
    }

    public IdentityReply Error(int status, string type, string message, string requestId) =>
        StsXml.Error(status, type, message, requestId);

    private SigningKey CallerOf(ApiRequest request)
    {
        var clock = new SignatureClock(realTime, settings.Current.Skew);
        return new SignatureVerifier("sts", null, keys, clock).Verify(request).Key;
    }

    private static StsException Unknown(StsRequest form) =>
        new(400, "InvalidAction", $"Could not find operation {form.Action} for version {form["Version"] ?? "NO_VERSION_SPECIFIED"}");
}
