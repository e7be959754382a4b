using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// A file of certificates in PEM format that replaces the system's trust anchors, as in the AWS CLI. See
/// https://docs.aws.amazon.com/cli/latest/topic/config-vars.html.
/// </summary>
/// <param name="Path">The absolute path of the file.</param>
internal sealed record CaBundle(string Path, string Source, string Version)
{
    public const string Variable = "AWS_CA_BUNDLE";

    public const string Setting = "ca_bundle";

    /// <summary>The variable of many programs in Python, which the AWS CLI also reads.</summary>
    private const string PythonVariable = "REQUESTS_CA_BUNDLE";

    private const string Mark = "-----BEGIN CERTIFICATE-----";

    /// <summary>The file in the environment, or else in the profile in use; null for none.</summary>
    public static CaBundle? Choose(AwsProfile? profile)
    {
        var (path, source) = EnvironmentSetting.Read(Variable) is { } ofEnvironment
            ? (ofEnvironment, Variable)
            : profile?.Value(Setting) is { } ofProfile
            ? (ofProfile, SR.CaBundleOfProfile.With(profile.Name))
            : (EnvironmentSetting.Read(PythonVariable), PythonVariable);
        if (path is null)
        {
            return null;
        }

        var file = new FileInfo(UserPath.Expand(path));
        return new CaBundle(
            file.FullName,
            source,
            file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}|{file.Length}") : string.Empty);
    }

    public string Read()
    {
        try
        {
            var text = File.ReadAllText(Path);
            return text.Contains(Mark, StringComparison.Ordinal) ? text : throw Fault(SR.CaBundleEmpty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(UnreadableFile.CauseOf(exception, Path));
        }
    }

    /// <summary>Reads the certificates in the text of the file. The bundle of a system takes about 50 ms.</summary>
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

    private BedrockRequestException Fault(string detail) =>
        new(BedrockErrorId.ValidationFailed, SR.CaBundleSubject.With(Path, Source), detail);
}
