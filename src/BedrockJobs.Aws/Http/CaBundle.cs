using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// A file of certificates in PEM form that takes the place of the system's trust anchors, as for the AWS CLI. See
/// https://docs.aws.amazon.com/cli/latest/topic/config-vars.html.
/// </summary>
/// <param name="Path">The file, as an absolute path.</param>
/// <param name="Source">Who names it, in the user's words.</param>
/// <param name="Version">Differs when the file has changed.</param>
internal sealed record CaBundle(string Path, string Source, string Version)
{
    /// <summary>The variable of the environment that names the file.</summary>
    public const string Variable = "AWS_CA_BUNDLE";

    /// <summary>The setting of a profile that names the file.</summary>
    public const string Setting = "ca_bundle";

    /// <summary>The file that the environment names, or else the profile in use; null where neither does.</summary>
    /// <param name="ofProfile">Gives what the profile in use names, and the profile in the user's words.</param>
    public static CaBundle? Choose(Func<(string? Path, string Source)> ofProfile)
    {
        var (path, source) = (Environment.GetEnvironmentVariable(Variable), Variable);
        if (string.IsNullOrEmpty(path))
        {
            (path, source) = ofProfile();
        }

        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        var file = new FileInfo(UserPath.Expand(path));
        return new CaBundle(
            file.FullName,
            source,
            file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}|{file.Length}") : string.Empty);
    }

    /// <summary>Reads the certificates.</summary>
    /// <exception cref="BedrockRequestException">The file can't be read, or holds no certificate.</exception>
    public X509Certificate2Collection Load()
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(File.ReadAllText(Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(exception.Message);
        }
        catch (CryptographicException)
        {
            throw Fault(SR.CaBundleBroken);
        }

        return certificates.Count > 0 ? certificates : throw Fault(SR.CaBundleEmpty);
    }

    private BedrockRequestException Fault(string detail) => new(
        BedrockErrorId.ValidationFailed,
        string.Format(CultureInfo.CurrentCulture, SR.CaBundleSubject, Path, Source),
        detail);
}
