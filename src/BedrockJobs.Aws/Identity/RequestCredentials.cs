using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Gives the AWS SDK's client one key throughout a request. The client asks several times, and where the key is renewed in
/// between it would sign with one and send the session token of another.
/// </summary>
internal sealed class RequestCredentials : AWSCredentials
{
    private readonly AsyncLocal<ImmutableCredentials?> _key = new();

    /// <param name="source">Where the keys come from.</param>
    public RequestCredentials(AWSCredentials source)
    {
        Source = source;
    }

    /// <summary>Where the keys come from.</summary>
    public AWSCredentials Source { get; }

    /// <summary>Has the request that follows use a key; to be called in the method that makes it.</summary>
    public void Use(ImmutableCredentials key)
    {
        _key.Value = key;
        IdentityContext.Current?.Secrets.Note(key);
        LastKeyId = key.AccessKey;
    }

    /// <summary>The id of the key that was used last; null before the first.</summary>
    public string? LastKeyId { get; private set; }

    public override ImmutableCredentials GetCredentials() => _key.Value ?? Source.GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() =>
        _key.Value is { } key ? Task.FromResult(key) : Source.GetCredentialsAsync();
}
