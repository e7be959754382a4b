# Dot-sourced by the BeforeAll of each test file about credentials: starts LocalIdentity and LocalBedrock, with separate AWS
# files. Invoke-Tests.ps1 restores the environment after each file.

. (Join-Path $PSScriptRoot TestSession.ps1)
Import-Module (Join-Path $root tests LocalIdentity LocalIdentity.psm1)

$userHome = Join-Path $TestDrive home
$configFile = Join-Path $userHome .aws config
$credentialsFile = Join-Path $userHome .aws credentials

# The keys that both services accept from the start: the keys in AWS's documentation.
$keys = @{
    base  = @{ Account = '111122223333'; Id = 'AKIAIOSFODNN7EXAMPLE'; Secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
    other = @{ Account = '444455556666'; Id = 'AKIAI44QH8DHBEXAMPLE'; Secret = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' }
}

# The start page of IAM Identity Center.
$startUrl = 'https://corp.awsapps.com/start'

$role = 'arn:aws:iam::444455556666:role/trainer'

# A role that requires a code of an MFA device, and what LocalIdentity knows of it.
$device = 'arn:aws:iam::111122223333:mfa/me'
$guarded = 'arn:aws:iam::444455556666:role/guarded'
$guardedRole = @{ $guarded = @{ mfaSerial = $device; mfaCode = '246810' } }
$guardedLines = "[profile guarded]`nrole_arn = $guarded`nsource_profile = base`nmfa_serial = $device"

function Start-IdentityServices {
    param([int] $Jobs = 5, [hashtable] $Setting = @{}, [hashtable[]] $Key = $keys.Values)

    $script:identity = Start-LocalIdentity -Setting $Setting
    $accounts = $Key | ForEach-Object { '--account', "$($_.Account):$($_.Id):$($_.Secret)" }
    $script:service = Start-LocalBedrock -Jobs $Jobs -Options (@('--region', 'us-east-1,eu-west-1', '--key-issuer', $identity.KeyIssuer) + $accounts)
}

# No AWS files, and no variables for AWS or a proxy, whose names can be in upper or lower case.
function Clear-AwsSetting {
    foreach ($name in @([Environment]::GetEnvironmentVariables().Keys) -match '^(AWS_.*|REQUESTS_CA_BUNDLE|(HTTPS?|ALL|NO)_PROXY)$') {
        [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
    }

    Remove-Item (Join-Path $userHome .aws) -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory (Join-Path $userHome .aws)
    $env:HOME = $userHome
    $env:AWS_EC2_METADATA_DISABLED = 'true'
}

# No identity outside the AWS files, only the settings for the Region and the services, and empty request logs.
function Reset-Identity {
    Clear-AwsSetting
    $env:AWS_REGION = 'us-east-1'
    $env:AWS_ENDPOINT_URL_BEDROCK = $service.Url
    foreach ($name in 'STS', 'SSO', 'SSO_OIDC', 'SIGNIN') { Set-Item "env:AWS_ENDPOINT_URL_$name" $identity.Url }
    Reset-LocalIdentity $identity
    Reset-LocalBedrock $service
}

function Stop-IdentityServices {
    Stop-LocalBedrock $service
    Stop-LocalIdentity $identity
}

function Set-EnvironmentKey {
    param([hashtable] $Key)

    $env:AWS_ACCESS_KEY_ID = $Key.Id
    $env:AWS_SECRET_ACCESS_KEY = $Key.Secret
    $env:AWS_SESSION_TOKEN = $Key.Token
}

# The lines of a profile with a key.
function Get-KeyLine {
    param([hashtable] $Key)

    "aws_access_key_id = $($Key.Id)`naws_secret_access_key = $($Key.Secret)"
    if ($Key.Token) { "aws_session_token = $($Key.Token)" }
}

# A temporary key, as a user would copy it.
function Get-TemporaryKey {
    $key = Invoke-RestMethod "$($identity.Url)/v2/credentials/1" -Headers @{ Authorization = $identity.Settings.containerToken }
    @{ Id = $key.AccessKeyId; Secret = $key.SecretAccessKey; Token = $key.Token }
}

# Makes LocalIdentity the agent of the container, or the metadata service of the instance.
function Set-ContainerEnvironment {
    $env:AWS_CONTAINER_CREDENTIALS_FULL_URI = "$($identity.Url)/v2/credentials/1"
    $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = $identity.Settings.containerToken
}

function Set-InstanceEnvironment {
    $env:AWS_EC2_METADATA_DISABLED = $null
    $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = $identity.Url
}

function New-WebIdentityFile {
    $file = Join-Path $userHome web-token
    Set-Content $file $identity.Settings.webIdentityToken -NoNewline
    $file
}

function Set-WebIdentityEnvironment {
    $env:AWS_WEB_IDENTITY_TOKEN_FILE = New-WebIdentityFile
    $env:AWS_ROLE_ARN = $role
}

# Writes the cache file of `aws sso login`.
function Set-SsoLogin {
    param(
        # The name of the sso-session, or the start URL of a profile without one.
        [string] $Session = 'corp',
        [string] $AccessToken = $identity.Settings.ssoAccessToken,
        [timespan] $Lifetime = '01:00:00',
        [switch] $CanRefresh
    )

    $login = @{ accessToken = $AccessToken; expiresAt = Get-IsoTime $Lifetime; region = 'us-east-1'; startUrl = $startUrl }
    if ($CanRefresh) {
        $login.refreshToken = $identity.Settings.ssoRefreshToken
        $login.clientId = $identity.Settings.ssoClientId
        $login.clientSecret = $identity.Settings.ssoClientSecret
        $login.registrationExpiresAt = Get-IsoTime '10.00:00:00'
    }

    $file = Get-SsoLoginFile $Session
    $null = New-Item -ItemType Directory -Force (Split-Path $file)
    ConvertTo-Json $login | Set-Content $file
}

function Get-SsoLoginFile {
    param([string] $Session = 'corp')

    $name = [Convert]::ToHexString([Security.Cryptography.SHA1]::HashData([Text.Encoding]::UTF8.GetBytes($Session))).ToLowerInvariant()
    Join-Path $userHome .aws sso cache "$name.json"
}

# The identity of aws login.
$loginSession = 'arn:aws:iam::444455556666:user/me'

# The profile named console, which uses it.
$consoleLines = "[profile console]`nlogin_session = $loginSession"

function Get-ConsoleLoginFile {
    param([string] $Folder = (Join-Path $userHome .aws login cache))

    $name = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($loginSession))).ToLowerInvariant()
    Join-Path $Folder "$name.json"
}

# Writes the file of aws login, with a refresh token that wasn't used before. A key that has expired is renewed.
function Set-ConsoleLogin {
    param([timespan] $Lifetime = '-00:00:01', [hashtable] $Key = (Get-TemporaryKey), [hashtable] $With = @{}, [string] $Path = (Get-ConsoleLoginFile))

    $refreshToken = "refresh-token-of-login-$([guid]::NewGuid())"
    Set-LocalIdentitySetting $identity @{ loginRefreshToken = $refreshToken }
    Clear-LocalIdentityRequest $identity
    $token = @{
        accessToken  = @{ accessKeyId = $Key.Id; secretAccessKey = $Key.Secret; sessionToken = $Key.Token; accountId = '444455556666'; expiresAt = Get-IsoTime $Lifetime }
        tokenType    = 'aws_sigv4'
        refreshToken = $refreshToken
        idToken      = 'id-token-example'
        clientId     = $identity.Settings.loginClientId
        dpopKey      = $identity.Settings.loginKey
    }
    foreach ($name in $With.Keys) { $token[$name] = $With[$name] }
    $null = New-Item -ItemType Directory -Force (Split-Path $Path)
    ConvertTo-Json $token | Set-Content $Path
}

function Get-IsoTime {
    param([timespan] $FromNow)

    [datetime]::UtcNow.Add($FromNow).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
}

# The profile named sso and its sso-session.
function Get-SsoLine {
    @"
[profile sso]
sso_session = corp
sso_account_id = 444455556666
sso_role_name = trainer
[sso-session corp]
sso_region = us-east-1
sso_start_url = $startUrl
"@
}

# The id of the key that signs a listing.
function Get-Signer {
    param([hashtable] $With = @{})

    $null = Get-BdrCustomizationJob -First 1 -ErrorAction Stop @With
    @(Get-LocalBedrockRequest $service)[-1].accessKeyId
}

# Runs a listing that must fail, and returns its error.
function Get-TheError {
    param([hashtable] $With = @{})

    $jobs = Get-BdrCustomizationJob -First 1 -ErrorAction SilentlyContinue -ErrorVariable failure @With
    $jobs | Should -BeNullOrEmpty
    $failure.Count | Should -Be 1
    $failure[0]
}

function Get-IdentityAction {
    @(Get-LocalIdentityRequest $identity).action
}

function New-Credential {
    param([hashtable] $Key)

    [pscredential]::new($Key.Id, (ConvertTo-SecureString $Key.Secret -AsPlainText -Force))
}

# Credentials of another AWS SDK: those of Get-AWSCredential, or with -Stored, the value of $StoredAWSCredentials. Each SDK is
# in a load context of its own, because one context can't contain two.
function New-OtherCredential {
    param([hashtable] $Key, [string] $Version = (& (Join-Path $PSScriptRoot OtherModule Versions.ps1))[0].Core, [switch] $Stored)

    $core = Join-Path $root out packages AWSSDK.Core $Version AWSSDK.Core.dll
    $type = $Key.Token ? 'SessionAWSCredentials' : 'BasicAWSCredentials'
    $otherType = [Runtime.Loader.AssemblyLoadContext]::new("other $Version").LoadFromAssemblyPath($core).GetType("Amazon.Runtime.$type", $true)
    $credentials = [Activator]::CreateInstance($otherType, [object[]] (@($Key.Id, $Key.Secret, $Key.Token) -ne $null))
    if (-not $Stored) { return $credentials }
    if (-not ('Amazon.PowerShell.Common.AWSPSCredentials' -as [type])) { Add-Type -Path (Join-Path $PSScriptRoot StoredCredentials.cs) }
    [Amazon.PowerShell.Common.AWSPSCredentials]::Of($credentials)
}
