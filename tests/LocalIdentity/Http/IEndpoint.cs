using System.Collections.Generic;
using LocalBedrock.Http;

namespace LocalIdentity.Http;

/// <summary>One of the services that share the port.</summary>
internal interface IEndpoint
{
    bool Handles(ApiRequest request);

    /// <summary>What to call the request in the log, and what of it to show there.</summary>
    (string Action, IReadOnlyDictionary<string, string> Parameters) Describe(ApiRequest request);

    IdentityReply Answer(ApiRequest request, string requestId);

    /// <summary>The service's form of an error.</summary>
    IdentityReply Error(int status, string type, string message, string requestId);
}
