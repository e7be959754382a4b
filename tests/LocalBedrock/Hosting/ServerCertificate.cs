using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalBedrock.Hosting;

/// <summary>Sets up TLS for a server.</summary>
internal static class ServerCertificate
{
    /// <param name="file">The PEM file with the certificate and private key; null for plain HTTP.</param>
    public static void Use(ListenOptions listen, string? file)
    {
        if (file is null)
        {
            return;
        }

        // Windows requires a key from a key store.
        using var read = X509Certificate2.CreateFromPemFile(file, file);
        var certificate = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ServerCertificateChain = chain;
        });
    }
}
