using System;
using System.IO;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// The temporary credentials of a role that a web identity assumes, in the Region of the command. The SDK would
/// determine a Region itself and ask the instance metadata service for it.
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
    /// <param name="subject">The source of the identity, for messages.</param>
    /// <param name="tokenFile">The file that contains the web identity token.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The session name; null for a name that the SDK generates.</param>
    /// <param name="region">The Region of the Security Token Service.</param>
    /// <exception cref="BedrockRequestException">The Security Token Service doesn't accept a value.</exception>
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

    // The SDK would retry for several seconds.
    private void RequireFile()
    {
        if (!File.Exists(WebIdentityTokenFile))
        {
            throw new FileNotFoundException($"Could not find file '{WebIdentityTokenFile}'.", WebIdentityTokenFile);
        }
    }
}
