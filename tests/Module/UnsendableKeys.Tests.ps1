# Keys with characters that no key contains, such as a line break: nothing is sent, and the error contains their source.

BeforeDiscovery {
    # Each sets a key whose session token ends with $end, with LocalIdentity or directly.
    $issued = @(
        @{ Source = 'a role'; Named = 'Profile role'; Use = 'role' }
        @{ Source = 'a role of a role'; Named = 'The source credentials of profile second'; Use = 'second' }
        @{ Source = 'a web identity'; Named = 'Profile web'; Use = 'web' }
        @{ Source = 'a container'; Named = 'AWS_CONTAINER_CREDENTIALS_FULL_URI'; Set = { Set-ContainerEnvironment } }
        @{ Source = 'an instance'; Named = 'the instance metadata service at *'; Set = { Set-InstanceEnvironment } }
        @{ Source = 'IAM Identity Center'; Named = 'Profile sso'; Use = 'sso'; Set = { Set-SsoLogin } }
    )
    $token = 'AWS_CONTAINER_AUTHORIZATION_TOKEN'
    $configured = @(
        @{ Source = 'AWS_ACCESS_KEY_ID'; Named = 'AWS_ACCESS_KEY_ID*'; Part = 'access key id'; Set = { $wrong.Id = $keys.base.Id + $end; $wrong.Token = $null; Set-EnvironmentKey $wrong } }
        @{ Source = 'AWS_SECRET_ACCESS_KEY'; Named = '*AWS_SECRET_ACCESS_KEY*'; Part = 'secret access key'; Set = { $wrong.Secret = $keys.base.Secret + $end; $wrong.Token = $null; Set-EnvironmentKey $wrong } }
        @{ Source = 'AWS_SESSION_TOKEN'; Named = '*AWS_SESSION_TOKEN'; Part = 'session token'; Set = { Set-EnvironmentKey $wrong } }
        @{ Source = 'AWS_BEARER_TOKEN_BEDROCK'; Named = 'AWS_BEARER_TOKEN_BEDROCK'; Part = 'API key'; Set = { $env:AWS_BEARER_TOKEN_BEDROCK = $wrong.Token } }
        @{ Source = '$StoredAWSCredentials'; Named = '$StoredAWSCredentials'; Part = 'session token'; Set = { $global:StoredAWSCredentials = New-OtherCredential $wrong -Stored } }
        @{ Source = 'the output of Get-AWSCredential'; Named = '-Credential'; Part = 'session token'; Set = { $with.Credential = New-OtherCredential $wrong } }
        @{ Source = 'a program'; Named = 'Profile program'; Part = 'session token'; Use = 'program' }
        @{ Source = 'the key of a role in the environment'; Named = 'The source credentials of profile of-environment'; Part = 'session token'; Use = 'of-environment'; Set = { Set-EnvironmentKey $wrong } }
        @{ Source = 'the token for the agent of a container'; Named = $token; Part = 'authorization token'; Set = { Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN += $end } }
        @{ Source = 'the token of the container of a role'; Named = $token; Part = 'authorization token'; Use = 'of-container'; Set = { Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN += $end } }
        @{ Source = 'the file with the token for the agent of a container'; Named = "*container-token*${token}_FILE"; Part = 'authorization token'; Set = {
                Set-ContainerEnvironment
                $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = Join-Path $userHome container-token
                Set-Content $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN$end" -NoNewline
            } }
        @{ Source = 'a login with IAM Identity Center'; Named = 'Profile sso'; Part = 'IAM Identity Center access token'; Use = 'sso'; Set = { Set-SsoLogin -AccessToken "$($identity.Settings.ssoAccessToken)$end" } }
    )
    $ends = @(
        @{ End = "`r`nX-Evil: 1"; Kind = 'a line break' }
        @{ End = "`n"; Kind = 'a line break' }
        @{ End = [string] [char] 0x00E4; Kind = 'a character that is not ASCII' }
        @{ End = "`u{1}"; Kind = 'a control character' }
    )
    $configuredCases = foreach ($case in $configured) { foreach ($one in $ends) { $case + $one } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices
    $token = 'session-token-session-token-session-token'

    function New-SecureString {
        param([string] $Text)

        [Net.NetworkCredential]::new('', $Text).SecurePassword
    }

    function Assert-NoSecretIn {
        param($Failure)

        foreach ($secret in $token, $keys.base.Secret, $identity.Settings.containerToken, $identity.Settings.ssoAccessToken, 'X-Evil') {
            "$Failure $($Failure.Exception) $($Failure.ErrorDetails)" | Should -Not -BeLike "*$secret*"
        }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A key with characters that no key contains' {
    BeforeEach {
        Reset-Identity
        $env:AWS_MAX_ATTEMPTS = 1
        $with = @{}
        $webToken = New-WebIdentityFile
        $printed = Join-Path $userHome printed
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
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

    It 'is rejected before any request: <Source>, with <Kind>' -ForEach $configuredCases {
        $wrong = @{ Id = $keys.base.Id; Secret = $keys.base.Secret; Token = $token + $end }
        Set-Content $printed (ConvertTo-Json @{ Version = 1; AccessKeyId = $wrong.Id; SecretAccessKey = $wrong.Secret; SessionToken = $wrong.Token })
        if ($Set) { . $Set }
        if ($Use) { $with.ProfileName = $Use }
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        "$failure" | Should -BeLike "${Named}: the credentials are not accepted: the $Part contains $Kind,*"
        Assert-NoSecretIn $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'is not sent to Amazon Bedrock, nor to assume another role, if it was issued: <Source>' -ForEach $issued {
        Set-LocalIdentitySetting $identity @{ sessionTokenEnd = "`nX-Evil: 1" }
        if ($Set) { . $Set }
        if ($Use) { $with.ProfileName = $Use }
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        "$failure" | Should -BeLike "${Named}: the credentials are not accepted: the session token contains a line break,*"
        Assert-NoSecretIn $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        @(Get-IdentityAction | Where-Object { $_ -eq 'AssumeRole' }).Count | Should -BeLessOrEqual 1

        # The next command gets a new key.
        Set-LocalIdentitySetting $identity @{ sessionTokenEnd = '' }
        Get-Signer $with | Should -BeLike ASIA*
    }

    It 'is not sent if it is issued during a listing, and the next command gets a new key' {
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

    It 'is rejected as the argument of -<Parameter>' -ForEach @(
        @{ Parameter = 'Credential'; Wrong = { @{ Credential = [pscredential]::new($keys.base.Id, (New-SecureString "$($keys.base.Secret)`n")) } } }
        @{ Parameter = 'SessionToken'; Wrong = { @{ Credential = New-Credential $keys.base; SessionToken = New-SecureString "$token`r`nX-Evil: 1" } } }
    ) {
        $arguments = & $Wrong
        $failure = { Get-BdrCustomizationJob @arguments } | Should -Throw -ErrorId 'Parameter*,BedrockJobs.Commands.GetBdrCustomizationJobCommand' -PassThru
        "$failure" | Should -BeLike "*-$Parameter takes *a line break*"
        Assert-NoSecretIn $failure
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is not a token of two words for the agent of a container, which is sent' {
        Set-LocalIdentitySetting $identity @{ containerToken = 'Bearer of-the-container' }
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'Bearer of-the-container'
        Get-Signer | Should -BeLike ASIA*
    }
}

Describe 'Another value that a request would contain' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[default]') + (Get-KeyLine $keys.base))
    }

    It 'is rejected before any request: <Variable>' -ForEach @(
        @{ Variable = 'AWS_ENDPOINT_URL_BEDROCK'; Value = "http://127.0.0.1:9`r`n"; Says = 'is not an endpoint' }
        @{ Variable = 'AWS_ENDPOINT_URL'; Value = "http://127.0.0.1:9`r`n"; Says = 'is not an endpoint' }
    ) {
        if ($Variable -eq 'AWS_ENDPOINT_URL') { $env:AWS_ENDPOINT_URL_BEDROCK = $null }
        Set-Item "env:$Variable" $Value
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$Says*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    # The AWS SDK reads some of these variables once in a process.
    It 'is sent with a hyphen for each character that cannot be sent: <Variable>' -ForEach @(
        @{ Variable = 'AWS_EXECUTION_ENV'; Value = "CI Zo$([char] 0x00EB)"; Sent = ' exec-env/CI-Zo- ' }
        @{ Variable = 'AWS_EXECUTION_ENV'; Value = "x`r`nX-Evil: a/b"; Sent = ' exec-env/x--X-Evil--a-b ' }
        @{ Variable = 'AWS_INTERNAL_ENV'; Value = "x`n$([char] 0x00E4)"; Sent = ' ' }
        @{ Variable = 'AWS_SDK_UA_APP_ID'; Value = 'My App'; Sent = ' app/My-App ' }
        @{ Variable = 'AWS_SDK_UA_APP_ID'; Value = 'a/b'; Sent = ' app/a-b ' }
        @{ Variable = 'AWS_SDK_UA_APP_ID'; Value = 'x' * 60; Sent = " app/$('x' * 60) " }
        @{ Variable = 'AWS_SDK_UA_APP_ID'; Value = "Zo$([char] 0x00EB)`r`nX-Evil: 1"; Sent = ' app/Zo---X-Evil--1 ' }
        @{ Variable = 'sdk_ua_app_id'; Value = 'My App'; Sent = ' app/My-App ' }
    ) {
        if ($Variable -eq 'sdk_ua_app_id') { Set-Content $configFile "[default]`n$Variable = $Value" } else { Set-Item "env:$Variable" $Value }
        Invoke-NewPowerShell "Import-Module '$manifest'; Get-BdrCustomizationJob -ErrorAction Stop" | Should -Not -BeNullOrEmpty
        (Get-LocalBedrockRequest $service).userAgent | Should -BeLike "*$Sent*"
        (Get-LocalBedrockRequest $service).userAgent | Should -Match '^[ -~]+$'
    }

    It 'is rejected before any request: sso_region with another host' {
        Set-Content $configFile (Get-SsoLine).Replace('us-east-1', 'us-east-1.evil.example')
        Set-SsoLogin
        $failure = Get-TheError @{ ProfileName = 'sso'; Region = 'us-east-1' }
        "$failure" | Should -BeLike "*sso_region in $configFile, section ?sso-session corp?, line 6: 'us-east-1.evil.example' is not the name of an AWS Region*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'is not used: the region of a profile with another host, in place of that of the command for the Security Token Service' {
        Set-Content $configFile "[profile named]`nrole_arn = $role`nsource_profile = default`nregion = us-east-1.evil.example"
        $env:AWS_REGION = $null
        $env:AWS_ENDPOINT_URL_STS = $null
        $env:HTTPS_PROXY = $identity.ProxyUrl
        $null = Get-TheError @{ ProfileName = 'named'; Region = 'us-east-1' }
        @(Get-LocalIdentityProxyRequest $identity).target | Should -BeLike 'sts.us-east-1.amazonaws.com:443'
    }
}
