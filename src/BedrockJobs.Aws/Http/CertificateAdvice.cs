using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BedrockJobs.Aws.Http;

/// <summary>The TLS handshake with the host failed, usually because its certificate isn't trusted.</summary>
/// <remarks>It isn't an HttpRequestException, so the AWS SDK doesn't retry: the certificate won't change.</remarks>
internal sealed class CertificateException(string message, Exception cause) : AuthenticationException(message, cause);

/// <summary>Explains how to trust the certificate of a host.</summary>
internal static class CertificateAdvice
{
    /// <summary>OpenSSL reads this variable, and so does .NET.</summary>
    private const string SystemVariable = "SSL_CERT_FILE";

    // .NET messages contain these names in every language.
    private static readonly string[] FaultsOfTrust =
    [
        nameof(X509ChainStatusFlags.UntrustedRoot),
        nameof(X509ChainStatusFlags.PartialChain),
        nameof(SslPolicyErrors.RemoteCertificateChainErrors),
    ];

    /// <summary>Returns the .NET message, with advice if the certificate isn't trusted.</summary>
    public static string For(string message, CaBundle? caBundle)
    {
        var words = "TLS: " + message.TrimEnd('.', ' ');
        return FaultsOfTrust.Any(fault => message.Contains(fault, StringComparison.Ordinal))
            ? words + "; " + Advice(caBundle)
            : words;
    }

    private static string Advice(CaBundle? caBundle)
    {
        const string Settings = $"{CaBundle.Variable} or {CaBundle.Setting}";
        if (caBundle is not null)
        {
            return SR.TrustAnchorsInUse.With(caBundle.Path, caBundle.Source);
        }

        if (!OperatingSystem.IsLinux())
        {
            return SR.TrustAnchorsMissing.With(Settings);
        }

        return Environment.GetEnvironmentVariable(SystemVariable) is { Length: > 0 } file
            ? SR.TrustAnchorsOfSystem.With(file, SystemVariable, Settings)
            : SR.TrustAnchorsMissing.With($"{CaBundle.Variable}, {CaBundle.Setting} or {SystemVariable}");
    }
}
