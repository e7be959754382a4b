using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AwsEnvironment;

namespace BedrockJobs.Aws.Tests.Http;

public sealed class CaBundleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_environment_takes_precedence_over_the_profile()
    {
        using (new EnvironmentVariable(CaBundle.Variable, "/of/environment"))
        {
            var bundle = CaBundle.Choose(ProfileWith("/of/profile"))!;
            Assert.Equal((Path.GetFullPath("/of/environment"), "AWS_CA_BUNDLE"), (bundle.Path, bundle.Source));
        }

        using (new EnvironmentVariable(CaBundle.Variable, string.Empty))
        {
            var bundle = CaBundle.Choose(ProfileWith("/of/profile"))!;
            Assert.Equal((Path.GetFullPath("/of/profile"), "ca_bundle in profile p"), (bundle.Path, bundle.Source));
            Assert.Null(CaBundle.Choose(profile: null));
        }
    }

    [Fact]
    public void The_variable_of_Python_is_the_last_source()
    {
        using var python = new EnvironmentVariable("REQUESTS_CA_BUNDLE", "/of/python");
        Assert.Equal("ca_bundle in profile p", CaBundle.Choose(ProfileWith("/of/profile"))!.Source);

        var bundle = CaBundle.Choose(profile: null)!;
        Assert.Equal((Path.GetFullPath("/of/python"), "REQUESTS_CA_BUNDLE"), (bundle.Path, bundle.Source));
    }

    [Fact]
    public void A_tilde_is_the_home_folder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal(Path.Combine(home, "ca.pem"), Of("~/ca.pem").Path);
    }

    [Fact]
    public void Other_text_around_certificates_is_ignored()
    {
        var path = Write($"# Our CAs\n{NewCertificate("CN=one")}\n\n# Subject: two\n{NewCertificate("CN=two")}\n");
        var certificates = Load(Of(path));
        Assert.Equal(["CN=one", "CN=two"], [certificates[0].Subject, certificates[1].Subject]);
    }

    [Theory]
    [InlineData("", "contains no certificates")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "contains no certificates")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "cannot be read")]
    public void A_file_without_certificates_is_rejected(string content, string words) => Refuses(Write(content), words);

    [Fact]
    public void A_missing_file_is_rejected() => Refuses(Path.Combine(_folder.FullName, "none.pem"), "it does not exist");

    [Fact]
    public void A_folder_is_rejected() => Refuses(_folder.FullName, "it is a directory");

    [Fact]
    public void A_changed_file_is_another_bundle()
    {
        var path = Write(NewCertificate("CN=one"));
        var before = Of(path);
        Assert.Equal(before, Of(path));
        File.AppendAllText(path, NewCertificate("CN=two"));
        Assert.NotEqual(before, Of(path));
    }

    private static CaBundle Of(string path) => CaBundle.Choose(ProfileWith(path))!;

    private static AwsProfile ProfileWith(string path)
    {
        var section = new FileSection();
        section.Set(CaBundle.Setting, new FileSetting(path, "config", "profile p", Line: 1));
        return new AwsProfile("p", section, credentials: null);
    }

    private static X509Certificate2Collection Load(CaBundle bundle) => bundle.Parse(bundle.Read());

    private static void Refuses(string path, string words)
    {
        var failure = Assert.Throws<BedrockRequestException>(() => Load(Of(path)));
        Assert.Equal(BedrockErrorId.ValidationFailed, failure.ErrorId);
        Assert.StartsWith($"CA bundle {path} from ca_bundle in profile p: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    private static string NewCertificate(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));
        return certificate.ExportCertificatePem() + "\n";
    }

    private string Write(string content)
    {
        var path = Path.Combine(_folder.FullName, "ca.pem");
        File.WriteAllText(path, content);
        return path;
    }
}
