# Dot-sourced by the BeforeAll of each test file about credentials: starts LocalIdentity and LocalBedrock, with separate AWS
# files and an environment that is restored at the end.

. (Join-Path $PSScriptRoot TestSession.ps1)
Import-Module (Join-Path $root tests LocalIdentity LocalIdentity.psm1)
Add-Type -Path (Join-Path $PSScriptRoot AnsweringHost.cs)

$environmentBefore = [Environment]::GetEnvironmentVariables()
$userHome = (New-Item -ItemType Directory -Force (Join-Path $TestDrive home)).FullName
$configFile = Join-Path $userHome .aws config
$credentialsFile = Join-Path $userHome .aws credentials

# The keys that both services accept from the start: the keys in AWS's documentation.
$keys = @{
    base  = @{ Account = '111122223333'; Id = 'AKIAIOSFODNN7EXAMPLE'; Secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
    other = @{ Account = '444455556666'; Id = 'AKIAI44QH8DHBEXAMPLE'; Secret = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' }
}

# The start page of IAM Identity Center.
$startUrl = 'https://corp.awsapps.com/start'

function Start-IdentityServices {
    param([int] $Jobs = 5, [hashtable] $Setting = @{}, [hashtable[]] $Key = $keys.Values)

    $script:identity = Start-LocalIdentity -Setting $Setting
    $accounts = $Key | ForEach-Object { '--account', "$($_.Account):$($_.Id):$($_.Secret)" }
    $script:service = Start-LocalBedrock -Jobs $Jobs -Options (@('--region', 'us-east-1,eu-west-1', '--key-issuer', $identity.KeyIssuer) + $accounts)
}

# No identity outside the AWS files, only the settings for the Region and the services, and empty request logs.
function Reset-Identity {
    Remove-Item env:AWS_*
    Remove-Item (Join-Path $userHome .aws) -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory (Join-Path $userHome .aws)
    $env:HOME = $userHome
    $env:AWS_REGION = 'us-east-1'
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    $env:AWS_ENDPOINT_URL_BEDROCK = $service.Url
    foreach ($name in 'STS', 'SSO', 'SSO_OIDC') { Set-Item "env:AWS_ENDPOINT_URL_$name" $identity.Url }
    Reset-LocalIdentity $identity
    Reset-LocalBedrock $service
}

function Stop-IdentityServices {
    Stop-LocalBedrock $service
    Stop-LocalIdentity $identity
    Remove-Item env:AWS_*
    foreach ($name in @($environmentBefore.Keys).Where({ $_ -like 'AWS_*' -or $_ -eq 'HOME' })) {
        Set-Item "env:$name" $environmentBefore[$name]
    }
}

function Set-EnvironmentKey {
    param([hashtable] $Key)

    $env:AWS_ACCESS_KEY_ID = $Key.Id
    $env:AWS_SECRET_ACCESS_KEY = $Key.Secret
}

# The lines of a profile with a key.
function Get-KeyLine {
    param([hashtable] $Key)

    "aws_access_key_id = $($Key.Id)`naws_secret_access_key = $($Key.Secret)"
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

    $name = [Convert]::ToHexString([Security.Cryptography.SHA1]::HashData([Text.Encoding]::UTF8.GetBytes($Session))).ToLowerInvariant()
    $cache = New-Item -ItemType Directory -Force (Join-Path $userHome .aws sso cache)
    ConvertTo-Json $login | Set-Content (Join-Path $cache "$name.json")
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

# Runs a script in a runspace with a user ($user) who answers every question with the same text, or presses Ctrl+C if the
# text is empty.
function Invoke-Answered {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Answer, [Parameter(Mandatory)] [string] $Script)

    $script:user = [AnsweringHost]::new($Answer)
    $runspace = [runspacefactory]::CreateRunspace($user)
    $runspace.Open()
    $powershell = [powershell]::Create($runspace)
    try {
        $powershell.AddScript("Import-Module '$manifest'; $Script").Invoke()
    }
    finally {
        $powershell.Dispose()
        $runspace.Dispose()
    }
}
