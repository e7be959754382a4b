# Profiles of the aws login command: the key in its file, the renewal of the key, and what other processes do meanwhile.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices -Jobs 24 -Setting @{ roles = @{ 'arn:aws:iam::444455556666:role/denied' = @{ denied = $true } } }
    $file = Get-ConsoleLoginFile

    function Get-Token {
        Get-Content -LiteralPath $file -Raw | ConvertFrom-Json
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A profile of aws login' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile $consoleLines
        $with = @{ ProfileName = 'console' }
    }

    It 'signs with the key in the file, while it is valid for more than five minutes' {
        $key = Get-TemporaryKey
        Set-ConsoleLogin -Key $key -Lifetime '00:06:00'
        $before = Get-Content $file -Raw
        Get-Signer $with | Should -Be $key.Id
        Get-IdentityAction | Should -BeNullOrEmpty
        Get-Content $file -Raw | Should -Be $before
    }

    It 'renews the key with a proof, and saves the new one with the members that it does not know' {
        Set-ConsoleLogin -Lifetime '00:04:00' -With @{ later = @{ x = 1 }; signInRegion = 'us-east-1' }
        $before = Get-Token
        $signer = Get-Signer $with
        $asked = @(Get-LocalIdentityRequest $identity)
        $asked.action | Should -Be /v1/token
        $asked[0].status | Should -Be 200
        $signer | Should -Be $asked[0].issued

        $after = Get-Token
        $after.accessToken.accessKeyId | Should -Be $signer
        $after.accessToken.accountId | Should -Be 444455556666
        $after.refreshToken | Should -Not -Be $before.refreshToken
        ($after.accessToken.expiresAt - [datetime]::UtcNow).TotalMinutes | Should -BeGreaterThan 14
        foreach ($name in 'tokenType', 'idToken', 'clientId', 'dpopKey', 'signInRegion') { $after.$name | Should -Be $before.$name }
        $after.later.x | Should -Be 1
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
        if (-not $IsWindows) { (Get-Item $file).UnixMode | Should -Be '-rw-------' }

        Get-Signer $with | Should -Be $signer
        Get-IdentityAction | Should -Be /v1/token
    }

    It 'is chosen <Where>' -ForEach @(
        @{ Where = 'after a role'; Lines = "role_arn = ROLE`nsource_profile = other"; Action = 'AssumeRole' }
        @{ Where = 'after a key in the credentials file'; InCredentials = $true }
        @{ Where = 'before a program'; Lines = 'credential_process = false'; Action = '/v1/token' }
        @{ Where = 'before a key in the config file'; Lines = 'KEY'; Action = '/v1/token' }
    ) {
        Set-ConsoleLogin
        $key = Get-KeyLine $keys.other
        Set-Content $credentialsFile (@($InCredentials ? '[console]' : '[other]') + $key)
        if ($Lines) { Add-Content $configFile $Lines.Replace('ROLE', $role).Replace('KEY', $key -join "`n") }
        $signer = Get-Signer $with
        Get-IdentityAction | Should -Be $Action
        if (-not $Action) { $signer | Should -Be $keys.other.Id }
    }

    It 'has its file in AWS_LOGIN_CACHE_DIRECTORY, with ~ and variables' {
        $env:AWS_TEST_FOLDER = 'elsewhere'
        $env:AWS_LOGIN_CACHE_DIRECTORY = '~/$AWS_TEST_FOLDER'
        Set-ConsoleLogin -Path (Get-ConsoleLoginFile (Join-Path $userHome elsewhere))
        Get-Signer $with | Should -BeLike 'ASIA*'
        $env:AWS_LOGIN_CACHE_DIRECTORY = Join-Path $userHome nowhere
        (Get-TheError $with).FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
    }

    It 'renews the key at the endpoint in <Where>' -ForEach @(
        @{ Where = 'AWS_ENDPOINT_URL_SIGNIN'; Set = { $env:AWS_ENDPOINT_URL_SIGNIN = "$($identity.Url)/" } }
        @{ Where = 'a services section'; Set = {
                $env:AWS_ENDPOINT_URL_SIGNIN = $null
                Add-Content $configFile "services = mine`n[services mine]`nsignin =`n  endpoint_url = $($identity.Url)"
            } }
    ) {
        Set-ConsoleLogin
        . $Set
        Get-Signer $with | Should -BeLike 'ASIA*'
        Get-IdentityAction | Should -Be /v1/token
    }

    It 'renews the key through a proxy' {
        Set-ConsoleLogin
        $env:AWS_ENDPOINT_URL_SIGNIN = 'http://signin.example.com'
        $env:HTTP_PROXY = $identity.ProxyUrl
        $null = Get-TheError $with
        (Get-LocalIdentityProxyRequest $identity).target | Should -Contain 'http://signin.example.com/v1/token'
    }

    It 'renews the key during a listing' {
        Set-LocalIdentitySetting $identity @{ lifetime = '00:00:03' }
        Set-ConsoleLogin
        $jobs = Get-BdrCustomizationJob @with -PageSize 3 -ErrorAction Stop | ForEach-Object { Start-Sleep -Milliseconds 150; $_ }
        @($jobs.JobArn | Sort-Object -Unique).Count | Should -Be 24
        @(Get-IdentityAction).Count | Should -BeGreaterThan 1
    }

    It 'renews the key if only the service knows that it has expired' {
        Set-LocalIdentitySetting $identity @{ validFor = '-00:00:01' }
        $expired = Get-TemporaryKey
        Set-LocalIdentitySetting $identity @{ validFor = $null }
        Set-ConsoleLogin -Key $expired -Lifetime '00:14:00'
        @(Get-BdrCustomizationJob @with -ErrorAction Stop).Count | Should -Be 24
        @(Get-LocalBedrockRequest $service)[0].accessKeyId | Should -Be $expired.Id
        Get-IdentityAction | Should -Be /v1/token
    }

    It 'tries a renewal again if the service <Does>' -ForEach @(
        @{ Does = 'is busy'; Status = 429; Type = 'TooManyRequestsError' }
        @{ Does = 'fails'; Status = 500; Type = 'InternalServerException' }
    ) {
        Set-ConsoleLogin
        Set-LocalIdentitySetting $identity @{ failures = @{ '/v1/token' = @{ status = $Status; errorType = $Type } } }
        $before = Get-Content $file -Raw
        (Get-TheError $with).FullyQualifiedErrorId | Should -BeLike ($Status -eq 429 ? 'Throttled,*' : 'ServiceFault,*')
        Get-IdentityAction | Should -Be /v1/token, /v1/token
        Get-Content $file -Raw | Should -Be $before
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
    }
}

Describe 'A key of aws login that can''t be renewed' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile "$consoleLines`n[profile by-console]`nrole_arn = $role`nsource_profile = console`n[default]`nlogin_session = $loginSession"
        $env:AWS_MAX_ATTEMPTS = 1
    }

    It 'is used while it is valid, if <What>' -ForEach @(
        @{ What = 'the service fails'; Set = { Set-LocalIdentitySetting $identity @{ failures = @{ '/v1/token' = @{ status = 500 } } } } }
        @{ What = 'the service is busy'; Set = { Set-LocalIdentitySetting $identity @{ failures = @{ '/v1/token' = @{ status = 429 } } } } }
        @{ What = 'there is no service'; Set = { $env:AWS_ENDPOINT_URL_SIGNIN = 'http://127.0.0.1:9' } }
        @{ What = 'the service redirects'; Set = { Set-LocalIdentitySetting $identity @{ failures = @{ '/v1/token' = @{ status = 302; location = "$($identity.Url)/elsewhere" } } } } }
    ) {
        $key = Get-TemporaryKey
        Set-ConsoleLogin -Key $key -Lifetime '00:04:00'
        . $Set
        $before = Get-Content $file -Raw
        Get-Signer @{ ProfileName = 'console' } | Should -Be $key.Id
        Get-Content $file -Raw | Should -Be $before
        Get-IdentityAction | Should -Not -Contain /elsewhere

        Set-ConsoleLogin
        (Get-TheError @{ ProfileName = 'default' }).FullyQualifiedErrorId | Should -Not -BeLike 'Unexpected*'
        Get-IdentityAction | Should -Not -Contain /elsewhere
    }

    It 'is an error that names the command if <Why>, and after that command the next one works' -ForEach @(
        @{ Why = 'there is no file'; Id = 'CredentialsExpired'; Says = 'no valid session of aws login'; Set = { Remove-Item $file } }
        @{ Why = 'the session has expired'; Id = 'CredentialsExpired'; Says = 'no valid session of aws login'; Set = { Set-LocalIdentitySetting $identity @{ loginRefusedAs = 'TOKEN_EXPIRED' } } }
        @{ Why = 'the password has changed'; Id = 'CredentialsExpired'; Says = 'no valid session of aws login'; Set = { Set-LocalIdentitySetting $identity @{ loginRefusedAs = 'USER_CREDENTIALS_CHANGED' } } }
        @{ Why = 'a permission is missing'; Id = 'AccessDenied'; Says = 'signin:CreateOAuth2Token'; Set = { Set-LocalIdentitySetting $identity @{ loginRefusedAs = 'INSUFFICIENT_PERMISSIONS' } } }
        @{ Why = 'the service refuses the request'; Id = 'CredentialsRejected'; Says = "The key isn't that of the refresh token. To"; With = @{ dpopKey = [Security.Cryptography.ECDsa]::Create([Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP256')).ExportECPrivateKeyPem() } }
        @{ Why = 'the file is half of one'; Id = 'CredentialsNotFound'; Says = 'FILE does not contain a JSON object'; Set = { Set-Content $file '{ "accessToken": { "secretAccessKey": "hidden' } }
        @{ Why = 'the file is a list'; Id = 'CredentialsNotFound'; Says = 'FILE does not contain a JSON object'; Set = { Set-Content $file '["hidden"]' } }
        @{ Why = 'the file is empty'; Id = 'CredentialsNotFound'; Says = 'FILE does not contain a JSON object'; Set = { Set-Content $file '' } }
        @{ Why = 'the file contains a member twice'; Id = 'CredentialsNotFound'; Says = 'FILE does not contain a JSON object'; Set = { Set-Content $file '{ "dpopKey": "hidden", "dpopKey": "hidden" }' } }
        @{ Why = 'the file contains no refresh token'; Id = 'CredentialsNotFound'; Says = 'FILE contains no refreshToken'; With = @{ refreshToken = $null } }
        @{ Why = 'the refresh token is not a text'; Id = 'CredentialsNotFound'; Says = 'FILE contains no refreshToken'; With = @{ refreshToken = 5 } }
        @{ Why = 'the client is empty'; Id = 'CredentialsNotFound'; Says = 'FILE contains no clientId'; With = @{ clientId = '' } }
        @{ Why = 'the access token is not an object'; Id = 'CredentialsNotFound'; Says = 'FILE contains no accessToken'; With = @{ accessToken = 'hidden' } }
        @{ Why = 'the file contains no key for proofs'; Id = 'CredentialsNotFound'; Says = 'FILE contains no dpopKey'; With = @{ dpopKey = $null } }
        @{ Why = 'the key for proofs is none'; Id = 'CredentialsNotFound'; Says = 'the dpopKey in FILE is not a P-256 private key'; With = @{ dpopKey = 'hidden' } }
        @{ Why = 'the key for proofs is of another curve'; Id = 'CredentialsNotFound'; Says = 'the dpopKey in FILE is not a P-256 private key'; With = @{ dpopKey = [Security.Cryptography.ECDsa]::Create([Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP384')).ExportECPrivateKeyPem() } }
    ) {
        Set-ConsoleLogin -With ($With ?? @{})
        if ($Set) { . $Set }
        foreach ($name in 'console', 'by-console', 'default') {
            $failure = Get-TheError @{ ProfileName = $name }
            $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
            "$failure" | Should -BeLike "Profile ${name}: *$($Says.Replace('FILE', $file))*aws login --profile $($name -eq 'default' ? 'default' : 'console')*"
            "$failure" | Should -Not -BeLike '*hidden*'
        }

        Set-LocalIdentitySetting $identity @{ loginRefusedAs = $null }
        Set-ConsoleLogin
        Get-Signer @{ ProfileName = 'by-console' } | Should -BeLike 'ASIA*'
    }

    It 'is an error if the response contains <What>' -ForEach @(
        @{ What = 'no key'; Body = '{ "accessToken": {}, "secret": "hidden" }' }
        @{ What = 'a key twice'; Body = '{ "accessToken": { "accessKeyId": "hidden", "accessKeyId": "hidden" } }' }
        @{ What = 'a list'; Body = '["hidden"]' }
    ) {
        Set-ConsoleLogin
        $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $free.Start()
        $port = $free.LocalEndpoint.Port
        $free.Stop()
        $env:AWS_ENDPOINT_URL_SIGNIN = "http://127.0.0.1:$port"
        $answer = Start-ThreadJob {
            $listener = [Net.HttpListener]::new()
            $listener.Prefixes.Add("http://127.0.0.1:$using:port/")
            $listener.Start()
            'ready'
            $response = $listener.GetContext().Response
            $response.OutputStream.Write([Text.Encoding]::UTF8.GetBytes($using:Body))
            $response.Close()
            $listener.Stop()
        }
        Wait-Until { Receive-Job $answer -Keep }
        $failure = Get-TheError @{ ProfileName = 'console' }
        "$failure" | Should -BeLike '*the response contains no new key*'
        "$failure" | Should -Not -BeLike '*hidden*'
        Remove-Job $answer -Force
    }

    It 'and its secrets are in no stream' {
        Set-ConsoleLogin
        $before = Get-Content $file -Raw | ConvertFrom-Json
        $text = Get-BdrCustomizationJob -First 1 -ProfileName console -Verbose -Debug *>&1 | Out-String -Width 4000
        $after = Get-Content $file -Raw | ConvertFrom-Json
        $after.refreshToken | Should -Not -Be $before.refreshToken
        foreach ($token in $before, $after) {
            $key = $token.accessToken
            foreach ($secret in $token.refreshToken, $token.idToken, $key.secretAccessKey, $key.sessionToken) {
                $text.Contains($secret) | Should -BeFalse
            }
        }

        $text | Should -Not -BeLike '*PRIVATE KEY*'
    }

    It 'is an error with the cause if the file can''t be read' -Skip:$IsWindows {
        Set-ConsoleLogin
        Remove-Item $file
        $null = New-Item -ItemType Directory $file
        try {
            "$(Get-TheError @{ ProfileName = 'console' })" | Should -BeLike "*$file cannot be read: it is a directory*"
            Get-IdentityAction | Should -BeNullOrEmpty
        }
        finally {
            Remove-Item $file
        }
    }

    It 'is an error if login_session is empty' {
        Set-Content $configFile "[profile console]`nlogin_session ="
        "$(Get-TheError @{ ProfileName = 'console' })" | Should -BeLike '*login_session in *, line 2: the value is empty*'
    }
}

Describe 'The file of aws login' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile $consoleLines
        $with = @{ ProfileName = 'console' }
    }

    It 'is read again after a renewal that the service refused, because another process has renewed the key' {
        Set-ConsoleLogin
        Set-LocalIdentitySetting $identity @{ loginGrace = '00:00:00'; delay = '00:00:01' }
        $here = Start-ThreadJob { Import-Module $using:manifest; Get-BdrCustomizationJob -ProfileName console -First 1 -ErrorAction Stop }
        # The other process uses the refresh token first.
        $there = Invoke-NewPowerShell "Import-Module '$manifest'; (Get-BdrCustomizationJob -ProfileName console -ErrorAction Stop).Count"
        $there | Should -Be 24
        ($here | Receive-Job -Wait -AutoRemoveJob).JobName | Should -HaveCount 1
    }

    It 'is valid after several processes renewed the key at the same time' {
        Set-ConsoleLogin
        $counts = 1..4 | ForEach-Object -Parallel {
            . (Join-Path $using:PSScriptRoot TestSession.ps1)
            Invoke-NewPowerShell "Import-Module '$using:manifest'; (Get-BdrCustomizationJob -ProfileName console -ErrorAction Stop).Count"
        } -ThrottleLimit 4
        $counts | Should -Be 24, 24, 24, 24
        (Get-Token).refreshToken | Should -BeLike 'login-refresh-token-*'
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
        @(Get-LocalIdentityRequest $identity).status | Sort-Object -Unique | Should -Be 200
    }

    It 'is not replaced if the user has signed in again, or has signed out, during a renewal' {
        Set-ConsoleLogin
        Set-LocalIdentitySetting $identity @{ delay = '00:00:02' }
        $here = Start-ThreadJob { Import-Module $using:manifest; Get-BdrCustomizationJob -ProfileName console -First 1 -ErrorAction Stop }
        Wait-Until { Get-IdentityAction }
        $token = Get-Token
        $token.refreshToken = 'of-another-sign-in'
        ConvertTo-Json $token | Set-Content $file
        ($here | Receive-Job -Wait -AutoRemoveJob).JobName | Should -HaveCount 1
        (Get-Token).refreshToken | Should -Be of-another-sign-in
    }

    It 'keeps the old token if the process is ended during a renewal, and the next process continues' {
        Set-ConsoleLogin
        $before = Get-Content $file -Raw
        Set-LocalIdentitySetting $identity @{ delay = '00:00:03' }
        $process = Start-Process dotnet -PassThru -ArgumentList (Join-Path $PSHOME pwsh.dll), '-NoProfile', '-Command', "Import-Module '$manifest'; Get-BdrCustomizationJob -ProfileName console"
        Wait-Until { Get-IdentityAction }
        $process.Kill()
        $process.WaitForExit()
        Get-Content $file -Raw | Should -Be $before
        $left = @(Get-ChildItem (Split-Path $file) -Filter *.tmp)
        $left | Should -HaveCount 1
        $left[0].LastWriteTimeUtc = [datetime]::UtcNow.AddMinutes(-2)

        Set-LocalIdentitySetting $identity @{ delay = '00:00:00' }
        Get-Signer $with | Should -BeLike 'ASIA*'
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
    }
}

Describe 'Jobs of an account of aws login' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile "$consoleLines`n[profile by-console]`nrole_arn = $role`nsource_profile = console"
        $with = @{ ProfileName = 'console' }
        Clear-LocalBedrockJob $service
        Add-LocalBedrockJob $service @{ jobName = 'done-1'; status = 'Completed'; account = '444455556666' }, @{ jobName = 'running-1'; status = 'InProgress'; account = '444455556666' }
    }

    It 'can be listed, read, waited for, and stopped, with the key or with a role of which it is the source' {
        Set-ConsoleLogin
        foreach ($name in 'console', 'by-console') {
            $with = @{ ProfileName = $name; ErrorAction = 'Stop' }
            (Get-BdrCustomizationJob running-1 @with).JobName | Should -Be running-1
            (Get-BdrCustomizationJob -JobIdentifier running-1 @with).JobName | Should -Be running-1
            (Wait-BdrCustomizationJob done-1 @with).JobName | Should -Be done-1
            if ($name -eq 'by-console') { (Stop-BdrCustomizationJob running-1 @with -Confirm:$false -PassThru).JobName | Should -Be running-1 }
        }

        Get-IdentityAction | Should -Be /v1/token, AssumeRole
    }

    It 'can be waited for longer than the key is valid' {
        Set-LocalIdentitySetting $identity @{ lifetime = '00:00:04' }
        Set-ConsoleLogin
        $null = Wait-BdrCustomizationJob running-1 @with -PollInterval 1 -Timeout 9 -ErrorAction SilentlyContinue -ErrorVariable failure -WarningVariable warnings -WarningAction SilentlyContinue
        $failure.FullyQualifiedErrorId | Should -BeLike 'WaitTimedOut,*'
        $warnings | Should -BeNullOrEmpty
        @(Get-IdentityAction).Count | Should -BeGreaterThan 1
        @(Get-LocalBedrockRequest $service).status | Sort-Object -Unique | Should -Be 200
    }
}
