using Amazon.Runtime.SharedInterfaces;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The temporary credentials of a role that a web identity assumes, in the Region of the command. The SDK would
/// determine a Region itself and ask the instance metadata service for it.
/// </summary>
internal sealed class WebIdentityCredentials : AssumeRoleWithWebIdentityCredentials
{
    private readonly RegionEndpoint _region;
    private readonly Func<string, BedrockRequestException> _fault;

    /// <param name="tokenFile">The file that contains the web identity token.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The session name; null for a name that the SDK generates.</param>
    /// <param name="region">The Region of the Security Token Service.</param>
    /// <param name="fault">Makes the error for a fault of the file.</param>
    public WebIdentityCredentials(
        string tokenFile, string roleArn, string? sessionName, RegionEndpoint region, Func<string, BedrockRequestException> fault)
        : base(tokenFile, roleArn, sessionName)
    {
        _region = region;
        _fault = fault;
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

    // The SDK would retry for several seconds, and report a file that it can't read as a failed connection.
    private void RequireFile()
    {
        try
        {
            // A pipe returns its text only once, to the SDK.
            if (SharedFileReader.IsPlainFile(WebIdentityTokenFile) || !File.Exists(WebIdentityTokenFile))
            {
                using var file = File.OpenRead(WebIdentityTokenFile);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw _fault(string.Format(
                CultureInfo.CurrentCulture,
                SR.FileUnreadable,
                WebIdentityTokenFile,
                ReadFault.Cause(WebIdentityTokenFile, exception)));
        }
    }
}
