using System;
using System.Security.Authentication;

namespace BedrockJobs.Aws.Http;

/// <summary>TLS could not be agreed on with the host, mostly because its certificate is not trusted.</summary>
/// <remarks>It is no HttpRequestException, so the AWS SDK does not try again: the certificate stays the same.</remarks>
internal sealed class CertificateException : AuthenticationException
{
    /// <param name="message">What is wrong, and which setting helps.</param>
    /// <param name="cause">What .NET says.</param>
    public CertificateException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
