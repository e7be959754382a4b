# Credentials that aren't available: the error is soon, recommends an action, and disappears after that action.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    $role = 'arn:aws:iam::444455556666:role/trainer'
    Start-IdentityServices -Setting @{ roles = @{ 'arn:aws:iam::444455556666:role/denied' = @{ denied = $true } } }

    # The error, within a generous time limit, because the SDK's own delays are many seconds.
    function Get-SoonError {
        param([hashtable] $With = @{})

        $watch = [Diagnostics.Stopwatch]::StartNew()
        $failure = Get-TheError $With
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $failure
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'Where no credentials are configured' {
    BeforeEach {
        Reset-Identity
    }

    It 'lists where it searched, in order, and the recommended action' {
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        "$failure" | Should -BeLike ('*in this order*' + (@(
            '-Credential', '-ProfileName', '$StoredAWSCredentials', 'AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID', 'AWS_WEB_IDENTITY_TOKEN_FILE'
            "'default'", $credentialsFile, $configFile, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_EC2_METADATA_DISABLED'
        ) -join '*') + '*')
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-ProfileName*AWS_PROFILE*AWS_ACCESS_KEY_ID*'
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'names the files in effect' {
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive my-credentials
        $env:AWS_CONFIG_FILE = Join-Path $TestDrive my-config
        "$(Get-SoonError)" | Should -BeLike "*$env:AWS_SHARED_CREDENTIALS_FILE*$env:AWS_CONFIG_FILE*"
    }

    It 'does not wait for a metadata service that <Does>' -TestCases @(
        @{ Does = 'is not there'; Endpoint = { 'http://10.255.255.1' } }
        @{ Does = 'takes connections and is silent'; Endpoint = { Set-LocalIdentitySetting $identity @{ delay = '00:00:30' }; $identity.Url } }
        @{ Does = 'refuses connections'; Endpoint = { 'http://127.0.0.1:9' } }
    ) {
        $env:AWS_EC2_METADATA_DISABLED = $null
        $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = & $Endpoint
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike "*metadata service at $env:AWS_EC2_METADATA_SERVICE_ENDPOINT*"
    }

    It 'does not wait for the Region of an instance either' {
        $env:AWS_REGION = $null
        $env:AWS_EC2_METADATA_DISABLED = $null
        $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = 'http://10.255.255.1'
        (Get-SoonError).FullyQualifiedErrorId | Should -BeLike 'RegionNotFound,*'
    }

    It 'does not wait for a container''s agent that is silent' {
        Set-ContainerEnvironment
        Set-LocalIdentitySetting $identity @{ delay = '00:00:30' }
        "$(Get-SoonError)" | Should -BeLike 'AWS_CONTAINER_CREDENTIALS_FULL_URI*AWS_CONTAINER_AUTHORIZATION_TOKEN*'
    }

    It 'reports that the agent of a container rejects the token, without the token' {
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'some-other-token'
        $failure = Get-SoonError
        "$failure" | Should -BeLike 'AWS_CONTAINER_CREDENTIALS_FULL_URI*'
        "$failure" | Should -Not -BeLike '*some-other-token*'
    }
}

Describe 'A profile that gives no credentials' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
    }

    It 'is reported with the existing profiles if it does not exist, for -ProfileName and AWS_PROFILE' {
        Set-Content $configFile "[profile work]`nrole_arn = $role`nsource_profile = base"
        "$(Get-SoonError @{ ProfileName = 'wrok' })" | Should -BeLike 'Profile wrok: *base, work*'
        $env:AWS_PROFILE = 'wrok'
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike 'Profile wrok: *base, work*'
    }

    It 'is reported without other profiles if the files contain none' {
        Remove-Item $credentialsFile
        "$(Get-SoonError @{ ProfileName = 'work' })" | Should -BeLike 'Profile work: *contain no profiles*'
    }

    It 'does not matter in AWS_PROFILE where another identity goes before it' {
        $env:AWS_PROFILE = 'wrok'
        Set-EnvironmentKey $keys.other
        Get-Signer | Should -Be $keys.other.Id
        Get-Signer @{ Credential = New-Credential $keys.base } | Should -Be $keys.base.Id
    }

    It 'is an error, <What>' -TestCases @(
        @{ What = 'with nothing in it but a Region'; Config = "[profile bad]`nregion = us-east-1"; Says = 'bad' }
        @{ What = 'whose source does not exist'; Config = "[profile bad]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nsource_profile = nowhere"; Says = 'nowhere' }
        @{ What = 'whose source is itself through another'; Config = "[profile bad]`nrole_arn = arn:aws:iam::444455556666:role/a`nsource_profile = worse`n[profile worse]`nrole_arn = arn:aws:iam::444455556666:role/b`nsource_profile = bad"; Says = 'bad' }
        @{ What = 'whose source has no key'; Config = "[profile bad]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nsource_profile = empty`n[profile empty]`nregion = us-east-1"; Says = 'empty' }
        @{ What = 'whose program is not there'; Config = "[profile bad]`ncredential_process = /no/such/program"; Says = 'credential_process' }
        @{ What = 'whose program prints no key'; Config = "[profile bad]`ncredential_process = echo secret-output"; Says = "credential_process did not print JSON" }
        @{ What = 'whose program prints no version'; Config = "[profile bad]`ncredential_process = echo {\`"AccessKeyId\`":\`"a\`",\`"SecretAccessKey\`":\`"secret-output\`"}"; Says = 'Version' }
        @{ What = 'whose program prints half a key'; Config = "[profile bad]`ncredential_process = echo {\`"Version\`":1,\`"AccessKeyId\`":\`"secret-output\`"}"; Says = 'SecretAccessKey' }
        @{ What = 'whose program prints a past key'; Config = "[profile bad]`ncredential_process = echo {\`"Version\`":1,\`"AccessKeyId\`":\`"a\`",\`"SecretAccessKey\`":\`"secret-output\`",\`"Expiration\`":\`"soon\`"}"; Says = "an Expiration that is not an ISO 8601 time" }
        @{ What = 'whose web identity has no file'; Config = "[profile bad]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nweb_identity_token_file = /no/such/token"; Says = '/no/such/token' }
    ) {
        Set-Content $configFile $Config
        $failure = Get-SoonError @{ ProfileName = 'bad' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike 'Profile bad: *'
        "$failure" | Should -BeLike "*$Says*"
        "$failure" | Should -Not -BeLike '*secret-output*'
    }

    It 'is complete when it has been put right' {
        Set-Content $configFile "[profile bad]`ncredential_process = /no/such/program"
        $null = Get-SoonError @{ ProfileName = 'bad' }
        Set-Content $configFile "[profile bad]`n$(Get-KeyLine $keys.other)"
        Get-Signer @{ ProfileName = 'bad' } | Should -Be $keys.other.Id
    }
}

Describe 'A role that is refused' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)`n[wrong]`naws_access_key_id = $($keys.base.Id)`naws_secret_access_key = wrong"
        Set-Content $configFile @"
[profile denied]
role_arn = arn:aws:iam::444455556666:role/denied
source_profile = base
[profile by-denied]
role_arn = $role
source_profile = denied
[profile by-wrong]
role_arn = $role
source_profile = wrong
[profile web]
role_arn = $role
web_identity_token_file = $(Join-Path $userHome web-token)
"@
    }

    It 'is reported with the message and request ID of the service' {
        $failure = Get-SoonError @{ ProfileName = 'denied' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failure.CategoryInfo.Category | Should -Be PermissionDenied
        "$failure" | Should -BeLike "Profile denied: *is not authorized to perform: sts:AssumeRole*role/denied*(request ID $($failure.Exception.RequestId))."
        $failure.Exception.RequestId | Should -Not -BeNullOrEmpty
        $failure.Exception.StatusCode | Should -Be 403
        $failure.Exception.ErrorCode | Should -Be AccessDenied
    }

    It 'is reported too if it is the source of another role' {
        "$(Get-SoonError @{ ProfileName = 'by-denied' })" | Should -BeLike 'Profile by-denied: *sts:AssumeRole*role/denied*'
    }

    It 'is reported as a rejected key if its source is wrong' {
        (Get-SoonError @{ ProfileName = 'by-wrong' }).FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
    }

    It 'is reported with the message of the service for a web identity' {
        Set-Content (Join-Path $userHome web-token) 'another-token'
        $failure = Get-SoonError @{ ProfileName = 'web' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        "$failure" | Should -BeLike 'Profile web: *(request ID *).'
        $failure.Exception.ErrorCode | Should -Be InvalidIdentityToken
        "$failure" | Should -Not -BeLike '*another-token*'
    }

    It 'is reported as a service that fails or cannot be reached' {
        $env:AWS_MAX_ATTEMPTS = 1
        Set-LocalIdentitySetting $identity @{ failures = @{ AssumeRole = @{ status = 503; errorType = 'ServiceUnavailable' } } }
        (Get-SoonError @{ ProfileName = 'by-denied' }).FullyQualifiedErrorId | Should -BeLike 'ServiceFault,*'
        $env:AWS_ENDPOINT_URL_STS = 'http://127.0.0.1:9'
        (Get-SoonError @{ ProfileName = 'by-denied' }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
    }

    It 'is tried again by the next command' {
        $null = Get-SoonError @{ ProfileName = 'denied' }
        Set-LocalIdentitySetting $identity @{ roles = @{} }
        Get-Signer @{ ProfileName = 'denied' } | Should -BeLike 'ASIA*'
    }
}

# On Windows, no variable moves the folder of the cached logins.
Describe 'A login with IAM Identity Center that is over' -Skip:$IsWindows {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile "$(Get-SsoLine)`n[profile by-sso]`nrole_arn = $role`nsource_profile = sso`n[profile denied-by-sso]`nrole_arn = arn:aws:iam::444455556666:role/denied`nsource_profile = sso"
    }

    It 'names the command that renews it where <Why>, and the command after that works' -TestCases @(
        @{ Why = 'there was none'; Login = { } }
        @{ Why = 'it has expired'; Login = { Set-SsoLogin -Lifetime '-00:10:00' } }
        @{ Why = 'the portal refuses it'; Login = { Set-SsoLogin -AccessToken revoked-token } }
        @{ Why = 'it can''t be renewed any more'; Login = { Set-SsoLogin -AccessToken over -Lifetime '-00:10:00' -CanRefresh; Set-LocalIdentitySetting $identity @{ ssoRefreshRefusedAs = 'InvalidGrantException' } } }
    ) {
        . $Login
        foreach ($name in 'sso', 'by-sso') {
            $failure = Get-SoonError @{ ProfileName = $name }
            $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
            "$failure" | Should -BeLike "Profile ${name}: *aws sso login --profile sso."
            "$failure" | Should -Not -BeLike '*revoked-token*'
        }

        Set-SsoLogin
        foreach ($name in 'sso', 'by-sso') {
            Get-Signer @{ ProfileName = $name } | Should -BeLike 'ASIA*'
        }
    }

    It 'that is revoked during the session is reported, and the next sign-in is used' {
        Set-LocalIdentitySetting $identity @{ lifetime = '00:01:00' }
        Set-SsoLogin
        Set-LocalIdentitySetting $identity @{ ssoRefused = $true }
        "$(Get-SoonError @{ ProfileName = 'sso' })" | Should -BeLike '*aws sso login --profile sso.'
        Set-LocalIdentitySetting $identity @{ ssoRefused = $false; lifetime = '01:00:00' }
        Get-Signer @{ ProfileName = 'sso' } | Should -BeLike 'ASIA*'
    }

    It 'is not what is wrong where the login is good, but <What>' -TestCases @(
        @{ What = 'the role is not the user''s'; Profile = 'sso'; Setting = @{ ssoRoles = @() }; Id = 'AccessDenied' }
        @{ What = 'a role is refused that it is the source of'; Profile = 'denied-by-sso'; Setting = @{}; Id = 'AccessDenied' }
        @{ What = 'the portal fails'; Profile = 'sso'; Setting = @{ failures = @{ '/federation/credentials' = @{ status = 500 } } }; Id = 'ServiceFault' }
    ) {
        $env:AWS_MAX_ATTEMPTS = 1
        Set-SsoLogin
        Set-LocalIdentitySetting $identity $Setting
        $failure = Get-SoonError @{ ProfileName = $Profile }
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$failure" | Should -Not -BeLike '*aws sso login*'
    }

    It 'is not what is wrong where the portal, or the service that renews logins, can''t be reached' {
        Set-SsoLogin
        $env:AWS_ENDPOINT_URL_SSO = 'http://127.0.0.1:9'
        (Get-SoonError @{ ProfileName = 'sso' }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        Set-SsoLogin -AccessToken over -Lifetime '-00:10:00' -CanRefresh
        $env:AWS_ENDPOINT_URL_SSO_OIDC = 'http://127.0.0.1:9'
        (Get-SoonError @{ ProfileName = 'sso' }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
    }
}
