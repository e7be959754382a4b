using System.Security.Authentication;

namespace BedrockJobs.Aws.Http;

/// <summary>The TLS handshake with the host failed, usually because its certificate isn't trusted.</summary>
/// <remarks>It isn't an HttpRequestException, so the AWS SDK doesn't retry: the certificate won't change.</remarks>
internal sealed class CertificateException : AuthenticationException
{
    /// <param name="message">The failure, and the setting that helps.</param>
    /// <param name="cause">The exception of .NET.</param>
    public CertificateException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
