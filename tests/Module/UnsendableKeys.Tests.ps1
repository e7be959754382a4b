# Keys with characters that no key contains, such as a line break: nothing is sent, and the error contains their source.

BeforeDiscovery {
    # Each sets a key whose session token ends with $end, with LocalIdentity or directly.
    $handedOut = @(
        @{ Source = 'a role'; Named = 'Profile role'; Set = { $with.ProfileName = 'role' } }
        @{ Source = 'a role of a role'; Named = 'The source credentials of profile second'; Set = { $with.ProfileName = 'second' } }
        @{ Source = 'a web identity'; Named = 'Profile web'; Set = { $with.ProfileName = 'web' } }
        @{ Source = 'a container'; Named = 'AWS_CONTAINER_CREDENTIALS_FULL_URI'; Set = { Set-ContainerEnvironment } }
        @{ Source = 'an instance'; Named = 'the instance metadata service at *'; Set = { Set-InstanceEnvironment } }
        # On Windows, no variable moves the folder of the cached logins.
        if (-not $IsWindows) {
            @{ Source = 'IAM Identity Center'; Named = 'Profile sso'; Set = { $with.ProfileName = 'sso'; Set-SsoLogin } }
        }
    )
    $held = @(
        @{ Source = 'AWS_ACCESS_KEY_ID'; Named = 'AWS_ACCESS_KEY_ID*'; Part = 'access key id'; Set = { Set-EnvironmentKey $keys.base; $env:AWS_ACCESS_KEY_ID += $end } }
        @{ Source = 'AWS_SECRET_ACCESS_KEY'; Named = '*AWS_SECRET_ACCESS_KEY*'; Part = 'secret access key'; Set = { Set-EnvironmentKey $keys.base; $env:AWS_SECRET_ACCESS_KEY += $end } }
        @{ Source = 'AWS_SESSION_TOKEN'; Named = '*AWS_SESSION_TOKEN'; Part = 'session token'; Set = { Set-EnvironmentKey $keys.base; $env:AWS_SESSION_TOKEN = $token + $end } }
        @{ Source = 'AWS_BEARER_TOKEN_BEDROCK'; Named = 'AWS_BEARER_TOKEN_BEDROCK'; Part = 'API key'; Set = { $env:AWS_BEARER_TOKEN_BEDROCK = $token + $end } }
        @{ Source = '$StoredAWSCredentials'; Named = '$StoredAWSCredentials'; Part = 'session token'; Set = { $global:StoredAWSCredentials = [Amazon.PowerShell.Common.AWSPSCredentials]::Of((New-OtherCredential)) } }
        @{ Source = 'what Get-AWSCredential gives'; Named = '-Credential'; Part = 'session token'; Set = { $with.Credential = New-OtherCredential } }
        @{ Source = 'a program'; Named = 'Profile program'; Part = 'session token'; Set = { $with.ProfileName = 'program' } }
        @{ Source = 'the key of a role that is in the environment'; Named = 'The source credentials of profile of-environment'; Part = 'session token'; Set = {
                Set-EnvironmentKey $keys.base; $env:AWS_SESSION_TOKEN = $token + $end; $with.ProfileName = 'of-environment'
            } }
        @{ Source = 'the token for a container''s agent'; Named = 'AWS_CONTAINER_AUTHORIZATION_TOKEN'; Part = 'authorization token'; Set = {
                Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN += $end
            } }
        @{ Source = 'the token of a role''s container'; Named = 'AWS_CONTAINER_AUTHORIZATION_TOKEN'; Part = 'authorization token'; Set = {
                Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN += $end; $with.ProfileName = 'of-container'
            } }
        @{ Source = 'the file with the token for a container''s agent'; Named = '*container-token*AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'; Part = 'authorization token'; Set = {
                Set-ContainerEnvironment
                $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = Join-Path $userHome container-token
                Set-Content $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE "$($identity.Settings.containerToken)$end" -NoNewline
            } }
        if (-not $IsWindows) {
            @{ Source = 'a login with IAM Identity Center'; Named = 'Profile sso'; Part = 'IAM Identity Center access token'; Set = {
                    $with.ProfileName = 'sso'; Set-SsoLogin -AccessToken "$($identity.Settings.ssoAccessToken)$end"
                } }
        }
    )
    $ends = @(
        @{ End = "`r`nX-Evil: 1"; Kind = 'a line break' }
        @{ End = "`n"; Kind = 'a line break' }
        @{ End = [string] [char] 0x00E4; Kind = 'a character that is not ASCII' }
        @{ End = "`u{1}"; Kind = 'a control character' }
    )
    $heldCases = foreach ($case in $held) { foreach ($one in $ends) { $case + $one } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Add-Type -Path (Join-Path $PSScriptRoot StoredCredentials.cs)
    Start-IdentityServices
    $token = 'session-token-session-token-session-token'
    $role = 'arn:aws:iam::444455556666:role/trainer'
    $core = Join-Path $root out packages AWSSDK.Core (& (Join-Path $PSScriptRoot OtherModule Versions.ps1))[0].Core AWSSDK.Core.dll
    $otherSdk = [Runtime.Loader.AssemblyLoadContext]::new('other').LoadFromAssemblyPath($core)

    function New-OtherCredential {
        [Activator]::CreateInstance($otherSdk.GetType('Amazon.Runtime.SessionAWSCredentials', $true), [object[]] ($keys.base.Id, $keys.base.Secret, ($token + $end)))
    }

    function New-SecureString {
        param([string] $Text)

        [Net.NetworkCredential]::new('', $Text).SecurePassword
    }

    function Assert-NothingTold {
        param($Failure)

        foreach ($secret in $token, $keys.base.Secret, $identity.Settings.containerToken, $identity.Settings.ssoAccessToken, 'X-Evil') {
            "$Failure $($Failure.Exception) $($Failure.ErrorDetails)" | Should -Not -BeLike "*$secret*"
        }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A key that can''t be sent' {
    BeforeEach {
        Reset-Identity
        $env:AWS_MAX_ATTEMPTS = 1
        $with = @{}
        $webToken = New-WebIdentityFile
        $printed = Join-Path $userHome printed
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
        Set-Content $configFile @"
[profile role]
role_arn = $role
source_profile = base
[profile second]
role_arn = $role
source_profile = role
[profile web]
role_arn = $role
web_identity_token_file = $webToken
[profile of-environment]
role_arn = $role
credential_source = Environment
[profile of-container]
role_arn = $role
credential_source = EcsContainer
[profile program]
credential_process = $($IsWindows ? 'cmd /c type' : 'cat') $printed
$(Get-SsoLine)
"@
    }

    AfterEach {
        Remove-Variable StoredAWSCredentials -Scope Global -ErrorAction Ignore
    }

    It 'is refused before any request, from <Source> with <Kind>' -TestCases $heldCases {
        Set-Content $printed (ConvertTo-Json @{ Version = 1; AccessKeyId = $keys.base.Id; SecretAccessKey = $keys.base.Secret; SessionToken = $token + $end })
        . $Set
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        "$failure" | Should -BeLike "${Named}: the credentials are not accepted: the $Part contains $Kind,*"
        Assert-NothingTold $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'is not sent to Amazon Bedrock, nor to assume another role, if it was issued by <Source>' -TestCases $handedOut {
        Set-LocalIdentitySetting $identity @{ sessionTokenEnd = "`nX-Evil: 1" }
        . $Set
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        "$failure" | Should -BeLike "${Named}: the credentials are not accepted: the session token contains a line break,*"
        Assert-NothingTold $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        @(Get-IdentityAction | Where-Object { $_ -eq 'AssumeRole' }).Count | Should -BeLessOrEqual 1

        # The next command gets a new key.
        Set-LocalIdentitySetting $identity @{ sessionTokenEnd = '' }
        Get-Signer $with | Should -BeLike ASIA*
    }

    It 'is not sent if a key is renewed during a listing, and the next command gets a new key' {
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        $jobs = Get-BdrCustomizationJob -PageSize 1 -ProfileName role -ErrorAction SilentlyContinue -ErrorVariable failure | ForEach-Object {
            Set-LocalIdentitySetting $identity @{ sessionTokenEnd = "`n"; validFor = $null }
            Start-Sleep -Milliseconds 300
            $_
        }
        @($jobs).Count | Should -BeIn 1, 2, 3, 4
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        "$($failure[0])" | Should -BeLike 'Profile role: *the session token contains a line break,*'
        $failure[0].TargetObject.NextToken | Should -Not -BeNullOrEmpty
        @(Get-LocalBedrockRequest $service).status | Should -Not -Contain 400

        Set-LocalIdentitySetting $identity @{ sessionTokenEnd = '' }
        Get-Signer @{ ProfileName = 'role' } | Should -BeLike ASIA*
    }

    It 'is refused as the argument of <Parameter>, which the error names' -TestCases @(
        @{ Parameter = 'Credential'; Wrong = { @{ Credential = [pscredential]::new($keys.base.Id, (New-SecureString "$($keys.base.Secret)`n")) } } }
        @{ Parameter = 'SessionToken'; Wrong = { @{ Credential = New-Credential $keys.base; SessionToken = New-SecureString "$token`r`nX-Evil: 1" } } }
    ) {
        $arguments = & $Wrong
        $failure = { Get-BdrCustomizationJob @arguments } | Should -Throw -ErrorId 'Parameter*,BedrockJobs.Commands.GetBdrCustomizationJobCommand' -PassThru
        "$failure" | Should -BeLike "*-$Parameter takes *a line break*"
        Assert-NothingTold $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is told apart from a token for a container''s agent of two words, which is sent' {
        Set-LocalIdentitySetting $identity @{ containerToken = 'Bearer of-the-container' }
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'Bearer of-the-container'
        Get-Signer | Should -BeLike ASIA*
    }
}

Describe 'Other values in requests' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[default]`n$(Get-KeyLine $keys.base)"
    }

    It 'is refused before any request, from <Variable>' -TestCases @(
        @{ Variable = 'AWS_EXECUTION_ENV'; Value = "x`r`nX-Evil: 1"; Takes = 'printable ASCII characters' }
        @{ Variable = 'AWS_EXECUTION_ENV'; Value = "$([char] 0x00E4)"; Takes = 'printable ASCII characters' }
        @{ Variable = 'AWS_SDK_UA_APP_ID'; Value = "$([char] 0x00E4)"; Takes = 'up to 50 ASCII letters, digits*' }
        @{ Variable = 'AWS_INTERNAL_ENV'; Value = "x`n"; Takes = 'printable ASCII characters' }
    ) {
        Set-Item "env:$Variable" $Value
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$Variable is *. It takes $Takes*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is refused before any request: an sso_region that would be part of another address' {
        Set-Content $configFile "[profile named]`nsso_session = corp`nsso_account_id = 444455556666`nsso_role_name = trainer`n[sso-session corp]`nsso_start_url = $startUrl`nsso_region = us-east-1.evil.example"
        Set-SsoLogin
        $failure = Get-TheError @{ ProfileName = 'named'; Region = 'us-east-1' }
        "$failure" | Should -BeLike "*sso_region in $configFile, section ?sso-session corp?, line 7: 'us-east-1.evil.example' is not the name of an AWS Region*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'is not the region of a profile that would be part of another address: the Security Token Service is asked in that of the command' {
        Set-Content $configFile "[profile named]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nsource_profile = default`nregion = us-east-1.evil.example"
        $env:AWS_ENDPOINT_URL_STS = $null
        $env:HTTPS_PROXY = $identity.ProxyUrl
        try {
            $null = Get-TheError @{ ProfileName = 'named'; Region = 'us-east-1' }
        }
        finally {
            $env:HTTPS_PROXY = $null
        }

        @(Get-LocalIdentityProxyRequest $identity).target | Should -BeLike 'sts.us-east-1.amazonaws.com:443'
    }

    It 'is refused before any request: an endpoint with a line break, from <_>' -ForEach 'AWS_ENDPOINT_URL_BEDROCK', 'AWS_ENDPOINT_URL' {
        $env:AWS_ENDPOINT_URL_BEDROCK = $null
        Set-Item "env:$_" "$($service.Url)`r`n"
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike '*is not an endpoint*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }
}
