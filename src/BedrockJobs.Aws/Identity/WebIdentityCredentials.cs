using System;
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

    private WebIdentityCredentials(string tokenFile, string roleArn, string? sessionName, RegionEndpoint region)
        : base(tokenFile, roleArn, sessionName)
    {
        _region = region;
    }

    /// <summary>Makes the credentials.</summary>
    /// <param name="subject">Who says so, for the message.</param>
    /// <param name="tokenFile">The file that holds the web identity's token.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The name of the session; null for one of the SDK's making.</param>
    /// <param name="region">The Region whose Security Token Service is asked.</param>
    /// <exception cref="BedrockRequestException">A value is none that the Security Token Service takes.</exception>
    public static WebIdentityCredentials Create(
        string subject, string tokenFile, string roleArn, string? sessionName, RegionEndpoint region)
    {
        try
        {
            return new WebIdentityCredentials(tokenFile, roleArn, sessionName, region);
        }
        catch (ArgumentException exception)
        {
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound, subject, exception.Message.Split(['\r', '\n'], 2)[0]);
        }
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
        IdentityClients.SecurityToken(new AnonymousAWSCredentials(), _region);

    // The SDK would try again for seconds.
    private void RequireFile()
    {
        if (!File.Exists(WebIdentityTokenFile))
        {
            throw new FileNotFoundException($"Could not find file '{WebIdentityTokenFile}'.", WebIdentityTokenFile);
        }
    }
}
