using Amazon.SSO;
using Amazon.SSO.Model;

namespace BedrockJobs.Aws.Credentials;

/// <summary>The client of the IAM Identity Center portal. It sends no token that contains invalid characters.</summary>
internal sealed class PortalClient : AmazonSSOClient
{
    /// <param name="config">The configuration of the SDK client.</param>
    public PortalClient(AmazonSSOConfig config)
        : base(new AnonymousAWSCredentials(), config)
    {
    }

    public override Task<GetRoleCredentialsResponse> GetRoleCredentialsAsync(
        GetRoleCredentialsRequest request, CancellationToken cancellationToken = default)
    {
        KeyCheck.RequireLogin(request.AccessToken);
        return base.GetRoleCredentialsAsync(request, cancellationToken);
    }
}
