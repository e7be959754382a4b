using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Settings;

namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// The AWS SDK's encrypted store, in which AWS Tools for PowerShell saves profiles on Windows. It takes precedence over
/// the shared files.
/// </summary>
internal static class SdkStore
{
    private const string Section = "SDK Store";

    public static bool IsAvailable => UserCrypto.IsUserCryptAvailable;

    public static IEnumerable<string> Names() => new NetSDKCredentialsFile().ListProfileNames();

    /// <summary>The settings of a profile, with their names in the shared files; null for none.</summary>
    public static FileSection? Find(string name)
    {
        if (!new NetSDKCredentialsFile().TryGetProfile(name, out var profile))
        {
            return null;
        }

        var section = new FileSection();
        var options = profile.Options;
        Add("aws_access_key_id", options.AccessKey);
        Add("aws_secret_access_key", options.SecretKey);
        Add("aws_session_token", options.Token);
        Add("region", profile.Region?.SystemName);
        Add("role_arn", options.RoleArn);
        Add("role_session_name", options.RoleSessionName);
        Add("source_profile", options.SourceProfile);
        Add("credential_source", options.CredentialSource);
        Add("external_id", options.ExternalID);
        Add("mfa_serial", options.MfaSerial);
        Add("web_identity_token_file", options.WebIdentityTokenFile);
        Add("credential_process", options.CredentialProcess);
        Add("sso_session", options.SsoSession);
        Add("sso_start_url", options.SsoStartUrl);
        Add("sso_region", options.SsoRegion);
        Add("sso_account_id", options.SsoAccountId);
        Add("sso_role_name", options.SsoRoleName);
        Add("login_session", options.LoginSession);
        return section;

        void Add(string setting, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                section.Set(setting, new FileSetting(value, Section, name, Line: 0));
            }
        }
    }
}
