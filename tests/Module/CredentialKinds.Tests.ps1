# Each kind of credentials: they sign the listing, and the service that issues them gets the expected requests.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    $role = 'arn:aws:iam::444455556666:role/trainer'
    $device = 'arn:aws:iam::111122223333:mfa/me'
    Start-IdentityServices -Jobs 40 -Setting @{
        roles = @{
            'arn:aws:iam::444455556666:role/partner' = @{ externalId = 'contract-7' }
            'arn:aws:iam::444455556666:role/guarded' = @{ mfaSerial = $device; mfaCode = '246810' }
        }
    }

    # The only request that returned the key that signed the listing.
    function Get-Handout {
        param([string] $Signer)

        $handout = @(Get-LocalIdentityRequest $identity | Where-Object handedOut -EQ $Signer)
        $handout.Count | Should -Be 1
        $handout[0]
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'Keys that need no service' {
    BeforeEach {
        Reset-Identity
    }

    AfterEach {
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'may be in the environment' {
        Set-EnvironmentKey $keys.other
        Get-Signer | Should -Be $keys.other.Id
    }

    It 'may be in a profile of the credentials file, or of the config file' {
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
        Set-Content $configFile "[profile other]`n$(Get-KeyLine $keys.other)"
        Get-Signer @{ ProfileName = 'base' } | Should -Be $keys.base.Id
        Get-Signer @{ ProfileName = 'other' } | Should -Be $keys.other.Id
    }

    It 'may come from a program' {
        $json = Join-Path $userHome 'key.json'
        ConvertTo-Json @{ Version = 1; AccessKeyId = $keys.other.Id; SecretAccessKey = $keys.other.Secret } | Set-Content $json
        Set-Content $configFile "[profile program]`ncredential_process = $($IsWindows ? 'cmd /c type' : 'cat') $json"
        Get-Signer @{ ProfileName = 'program' } | Should -Be $keys.other.Id

        # Every command runs the program again.
        ConvertTo-Json @{ Version = 1; AccessKeyId = $keys.base.Id; SecretAccessKey = $keys.base.Secret } | Set-Content $json
        Get-Signer @{ ProfileName = 'program' } | Should -Be $keys.base.Id
    }
}

Describe 'A temporary key' {
    BeforeAll {
        # A key from the Security Token Service, as a user would copy it.
        Reset-Identity
        Set-EnvironmentKey $keys.base
        $env:AWS_CONTAINER_CREDENTIALS_FULL_URI = "$($identity.Url)/v2/credentials/1"
        $handedOut = Invoke-RestMethod $env:AWS_CONTAINER_CREDENTIALS_FULL_URI -Headers @{ Authorization = $identity.Settings.containerToken }
    }

    BeforeEach {
        Reset-Identity
    }

    It 'goes with its session token in the environment' {
        Set-EnvironmentKey @{ Id = $handedOut.AccessKeyId; Secret = $handedOut.SecretAccessKey }
        $env:AWS_SESSION_TOKEN = $handedOut.Token
        Get-Signer | Should -Be $handedOut.AccessKeyId
    }

    It 'goes with its session token in a profile' {
        Set-Content $credentialsFile "[temporary]`n$(Get-KeyLine @{ Id = $handedOut.AccessKeyId; Secret = $handedOut.SecretAccessKey })`naws_session_token = $($handedOut.Token)"
        Get-Signer @{ ProfileName = 'temporary' } | Should -Be $handedOut.AccessKeyId
    }

    It 'goes with its session token in -SessionToken' {
        $given = New-Credential @{ Id = $handedOut.AccessKeyId; Secret = $handedOut.SecretAccessKey }
        Get-Signer @{ Credential = $given; SessionToken = ConvertTo-SecureString $handedOut.Token -AsPlainText -Force } | Should -Be $handedOut.AccessKeyId
        (Get-TheError @{ Credential = $given }).FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
    }
}

Describe 'A role' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
    }

    It 'is assumed with the key of its source profile' {
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base"
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'role' })
        $handout.action | Should -Be AssumeRole
        $handout.accessKeyId | Should -Be $keys.base.Id
        $handout.parameters.RoleArn | Should -Be $role
    }

    It 'is assumed with the key of another role, which is assumed before' {
        Set-Content $configFile @"
[profile first]
role_arn = arn:aws:iam::111122223333:role/first
source_profile = base
[profile second]
role_arn = arn:aws:iam::111122223333:role/second
source_profile = first
[profile third]
role_arn = $role
source_profile = second
"@
        $signer = Get-Signer @{ ProfileName = 'third' }
        $handouts = @(Get-LocalIdentityRequest $identity)
        $handouts.action | Should -Be AssumeRole, AssumeRole, AssumeRole
        $handouts.parameters.RoleArn | Should -Be 'arn:aws:iam::111122223333:role/first', 'arn:aws:iam::111122223333:role/second', $role
        $handouts.accessKeyId | Should -Be (@($keys.base.Id) + $handouts[0, 1].handedOut)
        $handouts[2].handedOut | Should -Be $signer
    }

    It 'has the external id and the session name that the profile gives' {
        Set-Content $configFile "[profile partner]`nrole_arn = arn:aws:iam::444455556666:role/partner`nsource_profile = base`nexternal_id = contract-7`nrole_session_name = nightly-report"
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'partner' })
        $handout.parameters.RoleSessionName | Should -Be nightly-report
        $handout.parameters.ExternalId | Should -Be contract-7
    }

    It 'is assumed with a key from credential_source = <Source>' -TestCases @(
        @{ Source = 'Environment'; Set = { Set-EnvironmentKey $keys.other } }
        @{ Source = 'EcsContainer'; Set = { Set-ContainerEnvironment } }
        @{ Source = 'Ec2InstanceMetadata'; Set = { Set-InstanceEnvironment } }
    ) {
        . $Set
        Set-Content $configFile "[profile role]`nrole_arn = $role`ncredential_source = $Source"
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'role' })
        $handout.action | Should -Be AssumeRole
        $expected = $Source -eq 'Environment' ? $keys.other.Id : @(Get-LocalIdentityRequest $identity | Where-Object handedOut)[0].handedOut
        $handout.accessKeyId | Should -Be $expected
    }

    It 'is assumed once for two Regions and the commands that follow, until a file changes' {
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base"
        @(Get-BdrCustomizationJob -ProfileName role -Region us-east-1, eu-west-1).Count | Should -Be 80
        @(Get-BdrCustomizationJob -ProfileName role).Count | Should -Be 40
        Get-IdentityAction | Should -Be AssumeRole
        Add-Content $configFile '# changed'
        @(Get-BdrCustomizationJob -ProfileName role).Count | Should -Be 40
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole
    }
}

Describe 'A role that requires an MFA code' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
        Set-Content $configFile "[profile guarded]`nrole_arn = arn:aws:iam::444455556666:role/guarded`nsource_profile = base`nmfa_serial = $device"
    }

    It 'asks for it once for two Regions, and not again in the next command' {
        $counts = Invoke-Answered 246810 @'
(Get-BdrCustomizationJob -ProfileName guarded -Region us-east-1, eu-west-1 -ErrorAction Stop).Count
(Get-BdrCustomizationJob -ProfileName guarded -ErrorAction Stop).Count
'@
        $counts | Should -Be 80, 40
        $user.Questions | Should -Be "MFA code for $device"
        $asked = @(Get-LocalIdentityRequest $identity)
        $asked.action | Should -Be AssumeRole
        $asked[0].parameters.SerialNumber | Should -Be $device
    }

    It 'does not ask for another while the key is good, even in its last minutes' {
        Set-LocalIdentitySetting $identity @{ lifetime = '00:10:00' }
        $count = Invoke-Answered 246810 @'
1..3 | ForEach-Object { (Get-BdrCustomizationJob -ProfileName guarded -PageSize 10 -ErrorAction Stop).Count }
'@
        $count | Should -Be 40, 40, 40
        $user.Questions.Count | Should -Be 1
        Get-IdentityAction | Should -Be AssumeRole
    }

    It 'reports the message of the service if the code is wrong, and prompts again in the next command' {
        $errors = Invoke-Answered 135791 @'
1..2 | ForEach-Object { Get-BdrCustomizationJob -ProfileName guarded 2>&1 }
'@
        $errors.Count | Should -Be 2
        $errors.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        "$($errors[0])" | Should -BeLike 'Profile guarded: *MultiFactorAuthentication*'
        "$errors" | Should -Not -BeLike '*135791*'
        $user.Questions.Count | Should -Be 2
    }

    It 'can be canceled, and the next command prompts again' {
        $list = 'Get-BdrCustomizationJob -ProfileName guarded -ErrorAction Stop'
        Invoke-Answered '' "$list; 'went on'" | Should -BeNullOrEmpty
        $user.Questions.Count | Should -Be 1
        Get-IdentityAction | Should -BeNullOrEmpty
        (Invoke-Answered 246810 $list).Count | Should -Be 40
    }

    It 'is an error at once if the session cannot prompt' -TestCases @(
        @{ Where = 'a runspace without a user' }
        @{ Where = 'a PowerShell that is not interactive' }
    ) {
        $script = 'Get-BdrCustomizationJob -ProfileName guarded -ErrorAction SilentlyContinue -ErrorVariable failure; "$failure"; $failure[0].ErrorDetails.RecommendedAction'
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $lines = if ($Where -like '*runspace*') {
            (New-TestPowerShell $script).Invoke()
        }
        else {
            Invoke-NewPowerShell "Import-Module '$manifest'; $script"
        }

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        $lines.Count | Should -Be 2
        $lines[0] | Should -BeLike "*$device*this session cannot prompt for it*"
        Get-IdentityAction | Should -BeNullOrEmpty
    }
}

Describe 'A web identity' {
    BeforeEach {
        Reset-Identity
        $tokenFile = New-WebIdentityFile
    }

    It 'may be named by a profile' {
        Set-Content $configFile "[profile web]`nrole_arn = $role`nweb_identity_token_file = $tokenFile`nrole_session_name = pod-7"
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'web' })
        $handout.action | Should -Be AssumeRoleWithWebIdentity
        $handout.parameters.RoleArn | Should -Be $role
        $handout.parameters.RoleSessionName | Should -Be pod-7
    }

    It 'may be named by the environment' {
        $env:AWS_WEB_IDENTITY_TOKEN_FILE = $tokenFile
        $env:AWS_ROLE_ARN = $role
        $env:AWS_ROLE_SESSION_NAME = 'pod-8'
        $handout = Get-Handout (Get-Signer)
        $handout.action | Should -Be AssumeRoleWithWebIdentity
        $handout.parameters.RoleSessionName | Should -Be pod-8
    }
}

# On Windows, no variable moves the folder of the cached logins.
Describe 'A login with IAM Identity Center' -Skip:$IsWindows {
    BeforeEach {
        Reset-Identity
    }

    It 'is found by the name of its sso-session' {
        Set-Content $configFile (Get-SsoLine)
        Set-SsoLogin
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'sso' })
        $handout.action | Should -Be /federation/credentials
        $handout.parameters.account_id | Should -Be 444455556666
        $handout.parameters.role_name | Should -Be trainer
    }

    It 'is found by the start URL of a profile without sso-session' {
        Set-Content $configFile "[profile legacy]`nsso_start_url = $startUrl`nsso_region = us-east-1`nsso_account_id = 444455556666`nsso_role_name = trainer"
        Set-SsoLogin -Session $startUrl
        (Get-Handout (Get-Signer @{ ProfileName = 'legacy' })).action | Should -Be /federation/credentials
    }

    It 'is the source of a role' {
        Set-Content $configFile "$(Get-SsoLine)`n[profile role]`nrole_arn = $role`nsource_profile = sso"
        Set-SsoLogin
        $handout = Get-Handout (Get-Signer @{ ProfileName = 'role' })
        $handout.action | Should -Be AssumeRole
        $handout.accessKeyId | Should -Be @(Get-LocalIdentityRequest $identity)[0].handedOut
    }

    It 'that has ended is renewed where it can be' {
        Set-Content $configFile (Get-SsoLine)
        Set-SsoLogin -AccessToken over -Lifetime '-00:10:00' -CanRefresh
        (Get-Handout (Get-Signer @{ ProfileName = 'sso' })).action | Should -Be /federation/credentials
        Get-IdentityAction | Should -Be /token, /federation/credentials
    }
}

Describe 'Where the command runs' {
    BeforeEach {
        Reset-Identity
    }

    It 'a container gives a key for the token in the environment' {
        Set-ContainerEnvironment
        (Get-Handout (Get-Signer)).action | Should -Be /v2/credentials/1
    }

    It 'a container gives a key for the token in a file' {
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = $null
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = Join-Path $userHome container-token
        Set-Content $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE $identity.Settings.containerToken -NoNewline
        (Get-Handout (Get-Signer)).action | Should -Be /v2/credentials/1
    }

    It 'an instance gives the key of its role, for a session of its metadata service' {
        Set-InstanceEnvironment
        (Get-Handout (Get-Signer)).path | Should -Be /latest/meta-data/iam/security-credentials/trainer
        @(Get-LocalIdentityRequest $identity)[0].method | Should -Be PUT
    }

    It '<where> gives one key for many targets, which do not wait for each other' -ForEach @(
        @{ where = 'a container'; set = { Set-ContainerEnvironment }; path = '/v2/credentials/1' }
        @{ where = 'an instance'; set = { Set-InstanceEnvironment }; path = '/latest/meta-data/iam/security-credentials/trainer' }
    ) {
        & $set
        # The service accepts two of the Regions, and rejects the other ones only after it has read the signature.
        $regions = @('us-east-1', 'eu-west-1') + (1..14 | ForEach-Object { "us-north-$_" })
        $jobs = Get-BdrCustomizationJob -Region $regions -ErrorAction SilentlyContinue -ErrorVariable failure
        $jobs.Region | Sort-Object -Unique | Should -Be eu-west-1, us-east-1
        $failure.Count | Should -Be 14
        $failure.FullyQualifiedErrorId | Sort-Object -Unique | Should -BeLike 'CredentialsRejected,*'
        @(Get-LocalIdentityRequest $identity | Where-Object path -EQ $path | Where-Object handedOut).handedOut | Sort-Object -Unique | Should -HaveCount 1
    }
}

Describe 'An API key in AWS_BEARER_TOKEN_BEDROCK' {
    BeforeEach {
        Reset-Identity
        $env:AWS_BEARER_TOKEN_BEDROCK = 'bedrock-api-key-secret'
    }

    It 'is not sent over http://, and the error recommends an action' {
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*AWS_BEARER_TOKEN_BEDROCK*https://*$($service.Url)*-ProfileName*"
        "$failure" | Should -Not -BeLike '*bedrock-api-key-secret*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    # Only Linux has a variable, SSL_CERT_FILE, for additional trusted authorities. On other systems, the test would have to
    # change the trusted certificates of the computer.
    if ($IsLinux) {
        It 'is sent over https://, and not shown; -Credential goes before it' {
            $key = [Security.Cryptography.RSA]::Create(2048)
            $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
            $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
            $names.AddDnsName('localhost')
            $request.CertificateExtensions.Add($names.Build())
            $certificate = $request.CreateSelfSigned([DateTimeOffset]::Now.AddDays(-1), [DateTimeOffset]::Now.AddDays(1))
            $authority = Join-Path $userHome authority.pem
            Set-Content $authority $certificate.ExportCertificatePem()

            $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
            $start.RedirectStandardOutput = $true
            $start.Environment.SSL_CERT_FILE = $authority
            foreach ($argument in (Join-Path $PSHOME pwsh.dll), '-NoProfile', '-NonInteractive', '-Command', @"
Import-Module '$manifest'
`$with = @{ EndpointUrl = 'https://localhost:$($listener.LocalEndpoint.Port)'; First = 1; Debug = `$true }
Get-BdrCustomizationJob @with *>&1 | Out-String -Width 500
`$key = [pscredential]::new('$($keys.base.Id)', (ConvertTo-SecureString '$($keys.base.Secret)' -AsPlainText -Force))
Get-BdrCustomizationJob @with -Credential `$key *>&1 | Out-String -Width 500
"@) { $start.ArgumentList.Add($argument) }
            $process = [Diagnostics.Process]::Start($start)
            try {
                $headers = foreach ($_ in 1..2) {
                    Wait-Until { $listener.Pending() } -Because 'a request comes'
                    $stream = [Net.Security.SslStream]::new($listener.AcceptTcpClient().GetStream())
                    $stream.AuthenticateAsServer($certificate)
                    $reader = [IO.StreamReader]::new($stream)
                    $head = while ($line = $reader.ReadLine()) { $line }
                    $body = '{"modelCustomizationJobSummaries":[]}'
                    $stream.Write([Text.Encoding]::ASCII.GetBytes("HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: $($body.Length)`r`nConnection: close`r`n`r`n$body"))
                    $stream.Dispose()
                    $head -match '^Authorization:'
                }

                $shown = $process.StandardOutput.ReadToEnd()
            }
            finally {
                $listener.Stop()
                if (-not $process.HasExited) { $process.Kill() }
            }

            $headers[0] | Should -Be 'Authorization: Bearer bedrock-api-key-secret'
            $headers[1] | Should -BeLike "Authorization: AWS4-HMAC-SHA256 Credential=$($keys.base.Id)/*"
            $shown | Should -BeLike '*credentials an API key, from AWS_BEARER_TOKEN_BEDROCK*'
            $shown | Should -Not -BeLike '*bedrock-api-key-secret*'
        }
    }
}
