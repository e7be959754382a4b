using System.IO;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// The temporary key of a role that a web identity assumes, in the Region that is worked in: the SDK would look for one of
/// its own, and ask the instance metadata service for it.
/// </summary>
internal sealed class WebIdentityCredentials : AssumeRoleWithWebIdentityCredentials
{
    private readonly RegionEndpoint _region;

    /// <param name="identity">What the SDK made of the profile or environment.</param>
    /// <param name="region">The Region whose Security Token Service is asked.</param>
    public WebIdentityCredentials(AssumeRoleWithWebIdentityCredentials identity, RegionEndpoint region)
        : base(identity.WebIdentityTokenFile, identity.RoleArn, identity.RoleSessionName)
    {
        _region = region;
    }

    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        RequireFile();
        return base.GenerateNewCredentials();
    }

    protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        RequireFile();
        return base.GenerateNewCredentialsAsync();
    }

    protected override ICoreAmazonSTS CreateClient() =>
        IdentityClients.SecurityToken(new AnonymousAWSCredentials(), _region, proxy: null);

    // The SDK would try again for seconds.
    private void RequireFile()
    {
        if (!File.Exists(WebIdentityTokenFile))
        {
            throw new FileNotFoundException($"Could not find file '{WebIdentityTokenFile}'.", WebIdentityTokenFile);
        }
    }
}
