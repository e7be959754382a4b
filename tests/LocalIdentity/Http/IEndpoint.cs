namespace LocalIdentity.Http;

/// <summary>One of the services on the same port.</summary>
internal interface IEndpoint
{
    bool Handles(ApiRequest request);

    /// <summary>The name of the request in the log, and the parts of it that the log shows.</summary>
    (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request);

    IdentityReply Answer(ApiRequest request, string requestId);

    /// <summary>An error in the format of the service.</summary>
    IdentityReply Error(int status, string type, string message, string requestId);
}
