# That no secret gets into any stream, error or exception, whether a listing succeeds or fails.

BeforeDiscovery {
    $cases = @(
        @{ What = 'a temporary key in the environment'; Key = 'temporary'; Set = { Set-EnvironmentKey $temporary; $env:AWS_SESSION_TOKEN = $temporary.Token } }
        @{ What = 'a temporary key in the environment, with a wrong token'; Fails = $true; Set = { Set-EnvironmentKey $temporary; $env:AWS_SESSION_TOKEN = $secrets.WrongToken } }
        @{ What = 'a wrong secret key'; Fails = $true; Set = { Set-EnvironmentKey @{ Id = $keys.base.Id; Secret = $secrets.WrongKey } } }
        @{ What = '-Credential and -SessionToken'; Key = 'temporary'; Set = { $with.Credential = New-Credential $temporary; $with.SessionToken = ConvertTo-SecureString $temporary.Token -AsPlainText -Force } }
        @{ What = '-Credential, with a wrong token'; Fails = $true; Set = { $with.Credential = New-Credential $temporary; $with.SessionToken = ConvertTo-SecureString $secrets.WrongToken -AsPlainText -Force } }
        @{ What = 'a profile with a key'; Key = 'base'; Set = { $with.ProfileName = 'base' } }
        @{ What = 'a role'; Set = { $with.ProfileName = 'role' } }
        @{ What = 'a role that is refused'; Fails = $true; Set = { $with.ProfileName = 'denied' } }
        @{ What = 'a role by a wrong key'; Fails = $true; Set = { $with.ProfileName = 'by-wrong' } }
        @{ What = 'a role whose service fails'; Fails = $true; Set = { $with.ProfileName = 'role'; Set-LocalIdentitySetting $identity @{ failures = @{ AssumeRole = @{ status = 500 } } } } }
        @{ What = 'a role whose key has expired'; Fails = $true; Set = { $with.ProfileName = 'role'; Set-LocalIdentitySetting $identity @{ validFor = '-00:00:01' } } }
        @{ What = 'a role, and a service that quotes the request'; Fails = $true; Set = {
                $with.ProfileName = 'role'
                Add-LocalBedrockFault $service @{ status = 403; errorType = 'InvalidSignatureException'; message = "no match.`n`nThe Canonical String was 'x-amz-security-token:$($secrets.WrongToken)'" }
            } }
        @{ What = 'a program'; Key = 'base'; Set = { $with.ProfileName = 'program' } }
        @{ What = 'a program that prints something else'; Fails = $true; Set = { $with.ProfileName = 'talker' } }
        @{ What = 'a program that fails'; Fails = $true; Set = { $with.ProfileName = 'failing' } }
        @{ What = 'a web identity'; Set = { $with.ProfileName = 'web' } }
        @{ What = 'a web identity that is refused'; Fails = $true; Set = { $with.ProfileName = 'web'; Set-Content $webToken $secrets.WrongToken -NoNewline } }
        @{ What = 'a container'; Set = { Set-ContainerEnvironment } }
        @{ What = 'a container that refuses the token'; Fails = $true; Set = { Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = $secrets.WrongToken } }
        @{ What = 'an instance'; Set = { Set-InstanceEnvironment } }
        @{ What = 'an API key'; Fails = $true; Set = { $env:AWS_BEARER_TOKEN_BEDROCK = $secrets.WrongToken } }
        @{ What = 'a credentials file with a line that can''t be read'; Fails = $true; Set = { Set-Content $credentialsFile "[default]`n$($secrets.WrongKey)"; $with.ProfileName = 'default' } }
        @{ What = 'a code of an MFA device'; Answer = $true; Set = { $with.ProfileName = 'guarded' } }
        @{ What = 'a wrong code of an MFA device'; Answer = $true; Fails = $true; Set = { $with.ProfileName = 'guarded'; Set-LocalIdentitySetting $identity @{ roles = @{ $guarded = @{ mfaSerial = $device; mfaCode = '111111' } } } } }
        # Windows has no variable that moves the folder where logins are kept.
        if (-not $IsWindows) {
            @{ What = 'IAM Identity Center'; Set = { $with.ProfileName = 'sso'; Set-SsoLogin } }
            @{ What = 'IAM Identity Center, with a login that is refused'; Fails = $true; Set = { $with.ProfileName = 'sso'; Set-SsoLogin -AccessToken $secrets.WrongToken } }
            @{ What = 'IAM Identity Center, with a renewed login'; Set = { $with.ProfileName = 'sso'; Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh } }
            @{ What = 'IAM Identity Center, with a login that can''t be renewed'; Fails = $true; Set = { $with.ProfileName = 'sso'; Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh; Set-LocalIdentitySetting $identity @{ ssoRefreshRefusedAs = 'InvalidGrantException' } } }
            @{ What = 'IAM Identity Center, with a login that can''t be read'; Fails = $true; Set = { $with.ProfileName = 'sso'; Set-SsoLogin; Get-ChildItem (Join-Path $userHome .aws sso cache) | Set-Content -Value "{ `"accessToken`": `"$($secrets.WrongToken)" } }
        }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    $device = 'arn:aws:iam::111122223333:mfa/me'
    $guarded = 'arn:aws:iam::444455556666:role/guarded'
    $code = '246810'
    Start-IdentityServices -Setting @{
        roles = @{
            'arn:aws:iam::444455556666:role/denied' = @{ denied = $true }
            $guarded                                = @{ mfaSerial = $device; mfaCode = $code }
        }
    }

    $handedOut = Invoke-RestMethod "$($identity.Url)/v2/credentials/1" -Headers @{ Authorization = $identity.Settings.containerToken }
    $temporary = @{ Id = $handedOut.AccessKeyId; Secret = $handedOut.SecretAccessKey; Token = $handedOut.Token }
    $secrets = [ordered]@{
        BaseKey        = $keys.base.Secret
        TemporaryKey   = $temporary.Secret
        # Every session token that LocalIdentity hands out holds its key's id, and so this.
        SessionToken   = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('SIAEXAMPLE00'))
        WrongKey       = 'wrongSecretKeyWrongSecretKeyWrongSecret0'
        WrongToken     = 'wrong-token-wrong-token-wrong-token'
        WebIdentity    = $identity.Settings.webIdentityToken
        ContainerToken = $identity.Settings.containerToken
        AccessToken    = $identity.Settings.ssoAccessToken
        RefreshedToken = 'sso-access-token-'
        RefreshToken   = $identity.Settings.ssoRefreshToken
        ClientSecret   = $identity.Settings.ssoClientSecret
        Output         = 'what-the-program-prints'
        Code           = $code
    }
    $webToken = Join-Path $userHome web-token
    $printed = Join-Path $userHome printed

    # All that can be read from what a command wrote, and from what an error leads to.
    function Get-Everything {
        param([object[]] $Record)

        foreach ($item in $Record) {
            "$item"
            $item | Format-List * -Force | Out-String -Width 2000
            $item | ConvertTo-Json -Depth 2 -WarningAction Ignore
            if ($item -isnot [Management.Automation.ErrorRecord]) { continue }

            "$($item.ErrorDetails) $($item.ErrorDetails.RecommendedAction)"
            $item.TargetObject | Format-List * -Force | Out-String -Width 2000
            for ($exception = $item.Exception; $exception; $exception = $exception.InnerException) {
                $exception.ToString()
                $exception | Format-List * -Force | Out-String -Width 2000
                $exception.Data | Format-List * -Force | Out-String -Width 2000
            }
        }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'No secret is told' {
    BeforeEach {
        Reset-Identity
        $env:AWS_MAX_ATTEMPTS = 1
        $with = @{}
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)`n[wrong]`naws_access_key_id = $($keys.base.Id)`naws_secret_access_key = $($secrets.WrongKey)"
        Set-Content $webToken $identity.Settings.webIdentityToken -NoNewline
        Set-Content "$printed-key" (ConvertTo-Json @{ Version = 1; AccessKeyId = $keys.base.Id; SecretAccessKey = $keys.base.Secret })
        Set-Content "$printed-words" $secrets.Output
        $print = $IsWindows ? 'cmd /c type' : 'cat'
        Set-Content $configFile @"
[profile role]
role_arn = arn:aws:iam::444455556666:role/trainer
source_profile = base
[profile denied]
role_arn = arn:aws:iam::444455556666:role/denied
source_profile = base
[profile by-wrong]
role_arn = arn:aws:iam::444455556666:role/trainer
source_profile = wrong
[profile guarded]
role_arn = $guarded
source_profile = base
mfa_serial = $device
[profile web]
role_arn = arn:aws:iam::444455556666:role/trainer
web_identity_token_file = $webToken
[profile program]
credential_process = $print $printed-key
[profile talker]
credential_process = $print $printed-words
[profile failing]
credential_process = $print $printed-words $printed-nowhere
$(Get-SsoLine)
"@
    }

    It 'of <What>' -TestCases $cases {
        . $Set
        $before = $global:Error.Count
        if ($Answer) {
            $records = Invoke-Answered $code "Get-BdrCustomizationJob -First 1 -ProfileName $($with.ProfileName) -Verbose -Debug *>&1; `$Error"
        }
        else {
            $records = @(Get-BdrCustomizationJob -First 1 @with -Verbose -Debug -ErrorAction Continue *>&1)
            $records += $global:Error | Select-Object -First ($global:Error.Count - $before)
        }

        $jobs, $rest = $records.Where({ $_ -is [BedrockJobs.CustomizationJob] }, 'Split')
        @($jobs).Count | Should -Be ($Fails ? 0 : 1)
        @($rest).Where({ $_ -is [Management.Automation.ErrorRecord] }).Count -gt 0 | Should -Be ([bool] $Fails)
        $everything = Get-Everything $records | Out-String
        foreach ($secret in $secrets.GetEnumerator()) {
            $everything.Contains($secret.Value) | Should -BeFalse -Because "$($secret.Key) is a secret"
        }
    }

    It 'by -Debug, which shows the ends of the key''s id alone' {
        $lines = Get-BdrCustomizationJob -First 1 -ProfileName base -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] }
        "$lines" | Should -BeLike "*credentials AKIA$([char] 0x2026)MPLE, from Profile base*"
        "$lines" | Should -Not -BeLike "*$($keys.base.Id)*"
    }

    It 'in a way that this test would see' {
        $temporary.Token | Should -BeLike "*$($secrets.SessionToken)*"
        $secrets.Values | Should -Not -Contain ''
        $secrets.Count | Should -Be 13
        $failure = [Management.Automation.ErrorRecord]::new([Exception]::new('outer', [Exception]::new($secrets.Output)), 'id', 'NotSpecified', $null)
        (Get-Everything $failure | Out-String).Contains($secrets.Output) | Should -BeTrue
    }
}
