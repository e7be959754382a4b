using Amazon.SecurityToken.Model;

namespace BedrockJobs.Aws.Credentials;

/// <summary>The temporary credentials of a role that another identity assumes.</summary>
/// <remarks>
/// The SDK's provider can't wait for the code of an MFA device, can't be canceled, and takes the client of the Security
/// Token Service without the key that signs.
/// </remarks>
internal sealed class RoleCredentials : RenewableCredentials
{
    public required AWSCredentials Source { get; init; }

    /// <summary>The profile in use, for messages.</summary>
    public required string ProfileName { get; init; }

    public required RegionEndpoint Region { get; init; }

    /// <summary>The request, without the code of the MFA device.</summary>
    public required AssumeRoleRequest Request { get; init; }

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        var key = await KeyCheck.GetKeyAsync(Source, SR.RoleSource.With(ProfileName), context.Secrets).ConfigureAwait(false);
        if (Request.SerialNumber is { } device)
        {
            Request.TokenCode = context.AskForCode is { } ask
                ? await ask(device).ConfigureAwait(false)
                : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.NobodyToAsk);
        }

        using var client = IdentityClients.SecurityToken(context, IdentityClients.Fixed(key), Region);
        var response = await client.AssumeRoleAsync(Request, context.Ended).ConfigureAwait(false);
        return IdentityClients.StateOf(response.Credentials);
    }
}

/// <summary>
/// The temporary credentials of a role that a web identity assumes, in the Region of the command. The SDK would
/// determine a Region itself and ask the instance metadata service for it.
/// </summary>
internal sealed class WebIdentityCredentials : RenewableCredentials
{
    public required string TokenFile { get; init; }

    /// <summary>Makes the error for a fault of the file.</summary>
    public required Func<string, BedrockRequestException> Fault { get; init; }

    public required RegionEndpoint Region { get; init; }

    /// <summary>The request, without the token.</summary>
    public required AssumeRoleWithWebIdentityRequest Request { get; init; }

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        try
        {
            // Not through the SDK, which retries for several seconds, and reports a file that it can't read as a failed
            // connection.
            Request.WebIdentityToken = await File.ReadAllTextAsync(TokenFile, context.Ended).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(SR.FileUnreadable.With(TokenFile, UnreadableFile.CauseOf(exception, TokenFile)));
        }

        using var client = IdentityClients.SecurityToken(context, new AnonymousAWSCredentials(), Region);
        var response = await client.AssumeRoleWithWebIdentityAsync(Request, context.Ended).ConfigureAwait(false);
        return IdentityClients.StateOf(response.Credentials);
    }
}
