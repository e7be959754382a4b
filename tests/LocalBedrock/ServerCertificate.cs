using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalBedrock;

/// <summary>Has a server speak TLS.</summary>
internal static class ServerCertificate
{
    /// <param name="file">The PEM file with certificate and private key; null is plain HTTP.</param>
    public static void Use(ListenOptions listen, string? file)
    {
        if (file is null)
            return;

        // Windows wants the key out of a key store.
        using X509Certificate2 read = X509Certificate2.CreateFromPemFile(file, file);
        X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ServerCertificateChain = chain;
        });
    }
}
