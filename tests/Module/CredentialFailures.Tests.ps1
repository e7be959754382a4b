# Credentials that aren't available: the error is soon, recommends an action, and disappears after that action.

BeforeDiscovery {
    # The lines of the profile bad, and the beginning of its error.
    $web = "role_arn = x`nweb_identity_token_file = "
    $sso = "sso_role_name = trainer`nsso_account_id = 444455556666`n"
    $session = "`n[sso-session corp]`nsso_region = us-east-1`nsso_start_url = x"
    $key = "`naws_access_key_id = id`naws_secret_access_key = hidden"
    $print = 'credential_process = echo {\"Version\":1,\"AccessKeyId\":\"hidden\"'
    $profiles = @(
        @{ What = 'with nothing but a Region'; Lines = 'region = us-east-1'; Says = "searched in this order: the profile 'bad' in " }
        @{ What = 'with nothing but a source_profile'; Lines = 'source_profile = base'; Says = 'the profile contains source_profile, which is not a complete set of credentials' }
        @{ What = 'with half a key'; Lines = 'aws_secret_access_key = hidden'; Says = 'aws_secret_access_key in SECTION, line 2: aws_access_key_id is missing' }
        @{ What = 'with a source that does not exist'; Lines = "role_arn = x`nsource_profile = nowhere"; Says = "source_profile in SECTION, line 3: the profile 'nowhere' does not exist" }
        @{ What = 'with a source that has no key'; Lines = "role_arn = x`nsource_profile = empty`n[profile empty]`nregion = us-east-1"; Says = "source_profile in SECTION, line 3: the profile 'empty' contains no credentials" }
        @{ What = 'that is its own source without a key'; Lines = "role_arn = x`nsource_profile = bad"; Says = 'source_profile in SECTION, line 3: the source profiles form a loop: bad > bad' }
        @{ What = 'that is the source of its source'; Lines = "role_arn = x`nsource_profile = worse`n[profile worse]`nrole_arn = y`nsource_profile = bad"; Says = 'source_profile in CONFIG, section [profile worse], line 6: the source profiles form a loop: bad > worse > bad' }
        @{ What = 'with two sources'; Lines = "role_arn = x`nsource_profile = base`ncredential_source = Environment"; Says = 'credential_source in SECTION, line 4: a role takes source_profile or credential_source' }
        @{ What = 'with an unknown credential_source'; Lines = "role_arn = x`ncredential_source = Nowhere"; Says = "credential_source in SECTION, line 3: 'Nowhere' is not a credential source" }
        @{ What = 'with a duration that is no number'; Lines = "role_arn = x`nsource_profile = base`nduration_seconds = 1h"; Says = "duration_seconds in SECTION, line 4 is '1h'. It takes a whole number" }
        @{ What = 'with an empty role'; Lines = "role_arn =`nsource_profile = base$key"; Says = 'role_arn in SECTION, line 2: the value is empty' }
        @{ What = 'without sso_account_id'; Lines = "sso_session = corp`nsso_role_name = trainer$session"; Says = 'the section [profile bad] in CONFIG uses IAM Identity Center, but does not contain sso_account_id' }
        @{ What = 'with an empty sso_account_id and sso_role_name'; Lines = "sso_account_id =`nsso_role_name =$key"; Says = 'the section [profile bad] in CONFIG uses IAM Identity Center, but does not contain sso_start_url' }
        @{ What = 'with an unknown sso-session'; Lines = "sso_session = crop`n$sso"; Says = 'sso_session in SECTION, line 2: the section [sso-session crop] does not exist' }
        @{ What = 'with an sso_region that is no Region'; Lines = "sso_region = example.com/`nsso_start_url = x`n$sso"; Says = "sso_region in SECTION, line 2: 'example.com/' is not the name of an AWS Region" }
        @{ What = 'with a contradiction to its sso-session'; Lines = "sso_session = corp`nsso_region = eu-west-1`n$sso$session"; Says = 'sso_region in SECTION, line 3: the value differs' }
        @{ What = 'with a relative token file'; Lines = "${web}token"; Says = 'web_identity_token_file in SECTION, line 3: the path is not absolute' }
        @{ What = 'with a token file that is a folder'; Lines = "${web}HOME"; Says = 'web_identity_token_file in SECTION, line 3: HOME cannot be read: it is a directory' }
        @{ What = 'with a token file that does not exist'; Lines = "${web}HOME/none"; Says = 'web_identity_token_file in SECTION, line 3: HOME/none cannot be read: it does not exist' }
        @{ What = 'with a session name that is none'; Lines = "${web}HOME/token`nrole_session_name = a b"; Says = 'role_session_name in SECTION, line 4: a session name has 2 to 64' }
        @{ What = 'with an empty credential_process'; Lines = "credential_process =$key"; Says = 'credential_process in SECTION, line 2: the value is empty' }
        @{ What = 'whose program does not exist'; Lines = 'credential_process = /no/such/program'; Says = 'the credential_process ended with exit code ' }
        @{ What = 'whose program prints no JSON'; Lines = 'credential_process = echo hidden'; Says = 'the credential_process did not print JSON' }
        @{ What = 'whose program prints no version'; Lines = 'credential_process = echo {\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"hidden\"}'; Says = 'the credential_process printed JSON without "Version": 1' }
        @{ What = 'whose program prints half a key'; Lines = "$print}"; Says = 'the credential_process printed no AccessKeyId or no SecretAccessKey' }
        @{ What = 'whose program prints no time as Expiration'; Lines = "$print,\`"SecretAccessKey\`":\`"hidden\`",\`"Expiration\`":\`"soon\`"}"; Says = 'the credential_process printed an Expiration that is not an ISO 8601 time' }
        # On Windows, only an administrator can create a symbolic link.
        if (-not $IsWindows) {
            @{ What = 'with a token file that is a circular link'; Lines = "${web}HOME/circle"; Says = 'web_identity_token_file in SECTION, line 3: HOME/circle cannot be read: ' }
        }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
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

Describe 'Without credentials' {
    BeforeEach {
        Reset-Identity
    }

    It 'the error lists where the module searched, in order, and the recommended action' {
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        $failure.TargetObject | Should -BeOfType BedrockJobs.JobQuery
        "$failure" | Should -BeLike ('*in this order*' + (@(
            '-Credential', '-ProfileName', '$StoredAWSCredentials', 'AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID', 'AWS_WEB_IDENTITY_TOKEN_FILE'
            "'default'", $credentialsFile, $configFile, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_EC2_METADATA_DISABLED'
        ) -join '*') + '*')
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-ProfileName*AWS_PROFILE*AWS_ACCESS_KEY_ID*'
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'the error names the files in effect' {
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive my-credentials
        $env:AWS_CONFIG_FILE = Join-Path $TestDrive my-config
        "$(Get-SoonError)" | Should -BeLike "*$env:AWS_SHARED_CREDENTIALS_FILE*$env:AWS_CONFIG_FILE*"
    }

    It 'the error comes soon if the metadata service <Does>' -ForEach @(
        @{ Does = 'is not there'; Endpoint = 'http://10.255.255.1' }
        @{ Does = 'refuses connections'; Endpoint = 'http://127.0.0.1:9' }
    ) {
        $env:AWS_EC2_METADATA_DISABLED = $null
        $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = $Endpoint
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike "*metadata service at $Endpoint*"
    }

    It 'the error contains the HTTP status if the agent of a container rejects the token, and not the token' {
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'some-other-token'
        $failure = Get-SoonError
        "$failure" | Should -BeLike 'AWS_CONTAINER_CREDENTIALS_FULL_URI: *HTTP status 40*'
        "$failure" | Should -Not -BeLike '*some-other-token*'
    }

    It 'the error names the variable if the address of a container is <What>' -ForEach @(
        @{ What = 'another host without TLS'; Variable = 'FULL_URI'; Value = 'http://example.com/key'; Says = '*the host is example.com*' }
        @{ What = 'no address'; Variable = 'FULL_URI'; Value = 'nowhere'; Says = '*is not an http:// or https:// URL*' }
        @{ What = 'a file'; Variable = 'FULL_URI'; Value = 'file:///etc/passwd'; Says = '*is not an http:// or https:// URL*' }
        @{ What = 'a path that leads to another host'; Variable = 'RELATIVE_URI'; Value = '@example.com/key'; Says = "*must begin with '/'*" }
    ) {
        Set-Item "env:AWS_CONTAINER_CREDENTIALS_$Variable" $Value
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike "AWS_CONTAINER_CREDENTIALS_${Variable}: $Says"
    }
}

Describe 'A profile that gives no credentials' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
    }

    It 'is reported with the existing profiles if it does not exist, for -ProfileName and AWS_PROFILE' {
        Set-Content $configFile "[profile work]`nrole_arn = $role`nsource_profile = base"
        "$(Get-SoonError @{ ProfileName = 'wrok' })" | Should -BeLike 'Profile wrok: *base, work*'
        $env:AWS_PROFILE = 'wrok'
        $failure = Get-SoonError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike 'Profile wrok: *base, work*'

        # The profile might contain an endpoint, so other credentials don't make it unnecessary.
        Set-EnvironmentKey $keys.other
        "$(Get-SoonError)" | Should -BeLike 'Profile wrok: *base, work*'
        $env:AWS_PROFILE = $null
        Get-Signer @{ Credential = New-Credential $keys.base } | Should -Be $keys.base.Id
    }

    It 'is reported without other profiles if the files contain none' {
        Remove-Item $credentialsFile
        "$(Get-SoonError @{ ProfileName = 'work' })" | Should -BeLike 'Profile work: *contain no profiles*'
    }

    It 'is reported with file and section, and without its values: <What>' -ForEach $profiles {
        Set-Content $configFile "[profile bad]`n$Lines".Replace('HOME', $userHome)
        if ($What -like '*circular*') { $null = New-Item -ItemType SymbolicLink (Join-Path $userHome circle) -Target (Join-Path $userHome circle) -Force }
        # An incomplete profile doesn't leave the identity to the container. One with nothing but a Region would.
        if ($What -notlike '*a Region') { Set-ContainerEnvironment }
        $failure = Get-SoonError @{ ProfileName = 'bad' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        $expected = $Says.Replace('SECTION', 'CONFIG, section [profile bad]').Replace('CONFIG', $configFile).Replace('HOME', $userHome)
        "$failure" | Should -BeLike "$([wildcardpattern]::Escape("Profile bad: no AWS credentials were found: $expected"))*"
        "$failure" | Should -Not -BeLike '*hidden*'
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty

        Set-Content $configFile (@('[profile bad]') + (Get-KeyLine $keys.other))
        Get-Signer @{ ProfileName = 'bad' } | Should -Be $keys.other.Id
    }
}

Describe 'A role that is refused' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base) + "[wrong]`naws_access_key_id = $($keys.base.Id)`naws_secret_access_key = wrong")
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

    It 'is reported with the message and request ID of the service, and requested again by the next command' {
        $failure = Get-SoonError @{ ProfileName = 'denied' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failure.CategoryInfo.Category | Should -Be PermissionDenied
        "$failure" | Should -BeLike "Profile denied: *is not authorized to perform: sts:AssumeRole*role/denied*(request ID $($failure.Exception.RequestId))."
        $failure.Exception.RequestId | Should -Not -BeNullOrEmpty
        $failure.Exception.StatusCode | Should -Be 403
        $failure.Exception.ErrorCode | Should -Be AccessDenied
        Set-LocalIdentitySetting $identity @{ roles = @{} }
        Get-Signer @{ ProfileName = 'denied' } | Should -BeLike 'ASIA*'
    }

    It 'is also reported if it is the source of another role' {
        "$(Get-SoonError @{ ProfileName = 'by-denied' })" | Should -BeLike 'Profile by-denied: *sts:AssumeRole*role/denied*'
    }

    It 'is reported as a rejected key if the key of its source is wrong' {
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

    It 'is told apart from a service that fails or cannot be reached' {
        $env:AWS_MAX_ATTEMPTS = 1
        Set-LocalIdentitySetting $identity @{ failures = @{ AssumeRole = @{ status = 503; errorType = 'ServiceUnavailable' } } }
        (Get-SoonError @{ ProfileName = 'by-denied' }).FullyQualifiedErrorId | Should -BeLike 'ServiceFault,*'
        $env:AWS_ENDPOINT_URL_STS = 'http://127.0.0.1:9'
        (Get-SoonError @{ ProfileName = 'by-denied' }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
    }
}

Describe 'An expired login with IAM Identity Center' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile "$(Get-SsoLine)`n[profile by-sso]`nrole_arn = $role`nsource_profile = sso`n[profile denied-by-sso]`nrole_arn = arn:aws:iam::444455556666:role/denied`nsource_profile = sso"
    }

    It 'is reported with the command that renews it if <Why>, and after that command the next one works' -ForEach @(
        @{ Why = 'there is none'; Login = { } }
        @{ Why = 'it has expired'; Login = { Set-SsoLogin -Lifetime '-00:10:00' } }
        @{ Why = 'the portal refuses it'; Login = { Set-SsoLogin -AccessToken revoked-token } }
        @{ Why = 'it can''t be renewed any more'; Login = { Set-SsoLogin -AccessToken expired -Lifetime '-00:10:00' -CanRefresh; Set-LocalIdentitySetting $identity @{ ssoRefreshRefusedAs = 'InvalidGrantException' } } }
        @{ Why = 'it is revoked during the session'; Login = { Set-SsoLogin; Set-LocalIdentitySetting $identity @{ ssoRefused = $true } } }
    ) {
        . $Login
        foreach ($name in 'sso', 'by-sso') {
            $failure = Get-SoonError @{ ProfileName = $name }
            $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
            "$failure" | Should -BeLike "Profile ${name}: *aws sso login --profile sso."
            "$failure" | Should -Not -BeLike '*revoked-token*'
        }

        Set-LocalIdentitySetting $identity @{ ssoRefused = $false }
        Set-SsoLogin
        foreach ($name in 'sso', 'by-sso') {
            Get-Signer @{ ProfileName = $name } | Should -BeLike 'ASIA*'
        }
    }

    It 'is not the reason if <What>' -ForEach @(
        @{ What = 'the user does not have the role'; Profile = 'sso'; Setting = @{ ssoRoles = @() }; Id = 'AccessDenied' }
        @{ What = 'a role is refused that it is the source of'; Profile = 'denied-by-sso'; Id = 'AccessDenied' }
        @{ What = 'the portal fails'; Profile = 'sso'; Setting = @{ failures = @{ '/federation/credentials' = @{ status = 500 } } }; Id = 'ServiceFault' }
        @{ What = 'the portal cannot be reached'; Profile = 'sso'; Variable = 'AWS_ENDPOINT_URL_SSO'; Id = 'ConnectionFailed' }
        @{ What = 'the service that renews it cannot be reached'; Profile = 'sso'; Login = @{ Lifetime = '-00:10:00' }; Variable = 'AWS_ENDPOINT_URL_SSO_OIDC'; Id = 'ConnectionFailed' }
    ) {
        $env:AWS_MAX_ATTEMPTS = 1
        $login = $Login ?? @{}
        Set-SsoLogin @login -CanRefresh
        if ($Setting) { Set-LocalIdentitySetting $identity $Setting }
        if ($Variable) { Set-Item "env:$Variable" http://127.0.0.1:9 }
        $failure = Get-SoonError @{ ProfileName = $Profile }
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$failure" | Should -Not -BeLike '*aws sso login*'
    }
}

# The programs of these tests are shell scripts. CredentialKinds.Tests.ps1 runs a credential_process on Windows too.
Describe 'A credential_process' -Skip:$IsWindows {
    BeforeEach {
        Reset-Identity
        $marks = Join-Path $userHome marks
        $with = @{ ProfileName = 'program' }

        function Set-Program {
            param([string] $Lines)

            $program = Join-Path $userHome program
            Set-Content $program "#!/bin/sh`n$Lines"
            chmod +x $program
            Set-Content $configFile "[profile program]`ncredential_process = $program"
        }
    }

    It 'that fails is reported with its exit code and the first line of its errors, and without its output' {
        Set-Program "echo hidden`necho 'no token: log in first' >&2`necho more >&2`nexit 3"
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -Be 'Profile program: no AWS credentials were found: the credential_process ended with exit code 3: no token: log in first.'
    }

    It 'that prints no JSON is reported with the first line of its errors, and without its output' {
        Set-Program "echo hidden`necho 'log in first' >&2"
        "$(Get-TheError $with)" | Should -Be 'Profile program: no AWS credentials were found: the credential_process did not print JSON: log in first.'
    }

    It 'whose key has expired is reported with the time' {
        Set-Program 'echo ''{"Version":1,"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","SecretAccessKey":"hidden","Expiration":"2020-01-02T03:04:05Z"}'''
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        "$failure" | Should -BeLike '*a key that expired at 2020-01-02 03:04:05Z*'
        "$failure" | Should -Not -BeLike '*hidden*'
    }

    It 'that prints without end is stopped at once: <_>' -ForEach 'yes', 'yes >&2' {
        Set-Program $_
        $watch = [Diagnostics.Stopwatch]::StartNew()
        "$(Get-TheError $with)" | Should -BeLike '*printed more than a megabyte*'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
    }

    It 'that waits for the user is shown as progress after a second' {
        Set-Program "echo 'MFA code: ' >&2`nsleep 3`necho '{`"Version`":1,`"AccessKeyId`":`"$($keys.other.Id)`",`"SecretAccessKey`":`"$($keys.other.Secret)`"}'"
        $shell = New-TestPowerShell 'Get-BdrCustomizationJob -ProfileName program -ErrorAction Stop'
        $null = $shell.Invoke()
        $progress = @($shell.Streams.Progress | Where-Object Activity -EQ 'Getting credentials')
        $progress[0].StatusDescription | Should -Be 'Profile program: the credential_process is running. It might be waiting for your input.'
        $shell.Streams.Progress[-1].RecordType | Should -Be Completed
        $shell.Dispose()
    }

    It 'gives its key when it ends, even if a process that it started keeps its output open' {
        Set-Program "sleep 300 &`necho `$! > $marks`necho '{`"Version`":1,`"AccessKeyId`":`"$($keys.other.Id)`",`"SecretAccessKey`":`"$($keys.other.Secret)`"}'"
        try {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-Signer $with | Should -Be $keys.other.Id
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        }
        finally {
            Stop-Process -Id (Get-Content $marks)
        }
    }

    It 'that does not end is ended with the command, and so is what it started' {
        Set-Program "sleep 300 &`necho `$! `$`$ > $marks`nwait"
        $shell = New-TestPowerShell 'Get-BdrCustomizationJob -ProfileName program'
        $running = $shell.BeginInvoke()
        Wait-Until { (Test-Path $marks) -and (Get-Content $marks) -match ' ' }
        $ids = (Get-Content $marks) -split ' '
        Get-Process -Id $ids | Should -HaveCount 2
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        Wait-Until { -not (Get-Process -Id $ids -ErrorAction Ignore) }
        $shell.Dispose()
    }
}

Describe 'A request to a service that does not respond' {
    BeforeAll {
        # A service of its own, because requests to the other one leave open connections for the next requests.
        $shared = $identity
        $identity = Start-LocalIdentity -Setting @{ delay = '00:00:20' }

        # The connections of this process to the service that issues keys.
        function Get-OpenConnection {
            [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpConnections() |
                Where-Object { $_.RemoteEndPoint.Port -eq ([uri] $identity.Url).Port -and $_.State -eq 'Established' }
        }
    }

    AfterAll {
        Stop-LocalIdentity $identity
        $identity = $shared
    }

    BeforeEach {
        Reset-Identity
    }

    It 'ends after a short time: <Who>' -ForEach @(
        @{ Who = 'the agent of a container'; Set = { Set-ContainerEnvironment }; Says = 'AWS_CONTAINER_CREDENTIALS_FULL_URI*AWS_CONTAINER_AUTHORIZATION_TOKEN*' }
        @{ Who = 'the metadata service of an instance'; Set = { Set-InstanceEnvironment }; Says = '*metadata service at *' }
    ) {
        . $Set
        "$(Get-SoonError)" | Should -BeLike $Says
        Wait-Until { -not (Get-OpenConnection) }
    }

    It 'ends at once on Ctrl+C: <Who>' -ForEach @(
        @{ Who = 'the agent of a container'; Set = { Set-ContainerEnvironment } }
        @{ Who = 'the metadata service of an instance'; Set = { Set-InstanceEnvironment } }
        @{ Who = 'the Security Token Service, for a role'; Set = { Set-Content $configFile (@("[default]`nrole_arn = $role`nsource_profile = base`n[profile base]") + (Get-KeyLine $keys.base)) } }
        @{ Who = 'the Security Token Service, for a web identity'; Set = { Set-WebIdentityEnvironment } }
        @{ Who = 'the portal of IAM Identity Center'; Set = { Set-Content $configFile (Get-SsoLine); $env:AWS_PROFILE = 'sso'; Set-SsoLogin } }
    ) {
        . $Set
        $shell = New-TestPowerShell 'Get-BdrCustomizationJob'
        $running = $shell.BeginInvoke()
        Wait-Until { Get-OpenConnection }
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        Wait-Until { -not (Get-OpenConnection) }
        $shell.Dispose()
    }
}
