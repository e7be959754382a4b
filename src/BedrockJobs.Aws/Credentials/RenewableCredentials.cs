namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Credentials that get a new key when theirs has expired. They can be kept between commands, so they get the key in the
/// context of the command that needs it.
/// </summary>
internal abstract class RenewableCredentials : RefreshingAWSCredentials
{
    protected abstract Task<CredentialsRefreshState> RenewAsync(ConnectionContext context);

    protected sealed override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => RenewAsync(ConnectionContext.Current);
}
