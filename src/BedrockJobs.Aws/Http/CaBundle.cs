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

    private const string Mark = "-----BEGIN CERTIFICATE-----";

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

    /// <summary>Reads the file.</summary>
    /// <exception cref="BedrockRequestException">The file can't be read, or holds no certificate.</exception>
    public string Read()
    {
        try
        {
            var text = File.ReadAllText(Path);
            return text.Contains(Mark, StringComparison.Ordinal) ? text : throw Fault(SR.CaBundleEmpty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(exception.Message);
        }
    }

    /// <summary>The certificates in the text of the file. A system's bundle takes some 50 ms.</summary>
    /// <exception cref="BedrockRequestException">One of them can't be read.</exception>
    public X509Certificate2Collection Parse(string text)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(text);
            return certificates;
        }
        catch (CryptographicException)
        {
            throw Fault(SR.CaBundleBroken);
        }
    }

    private BedrockRequestException Fault(string detail) => new(
        BedrockErrorId.ValidationFailed,
        string.Format(CultureInfo.CurrentCulture, SR.CaBundleSubject, Path, Source),
        detail);
}
