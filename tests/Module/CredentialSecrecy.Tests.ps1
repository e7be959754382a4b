# No secret is in any stream, error, exception, transcript, or saved object, whether a command succeeds or fails.

BeforeDiscovery {
    # Use is the profile, and Set the rest of what makes a command use these credentials. Fails: the command has no output.
    $cases = @(
        @{ What = 'a temporary key in the environment'; Set = { Set-EnvironmentKey $temporary } }
        @{ What = 'a temporary key in the environment, with a wrong token'; Fails = $true; Set = { Set-EnvironmentKey $temporary; $env:AWS_SESSION_TOKEN = $secrets.WrongToken } }
        @{ What = 'a wrong secret key'; Fails = $true; Set = { Set-EnvironmentKey @{ Id = $keys.base.Id; Secret = $secrets.WrongKey } } }
        @{ What = '-Credential and -SessionToken'; Set = { $with.Credential = New-Credential $temporary; $with.SessionToken = ConvertTo-SecureString $temporary.Token -AsPlainText -Force } }
        @{ What = '-Credential, with a wrong token'; Fails = $true; Set = { $with.Credential = New-Credential $temporary; $with.SessionToken = ConvertTo-SecureString $secrets.WrongToken -AsPlainText -Force } }
        @{ What = 'a profile with a key'; Use = 'base' }
        @{ What = 'a role'; Use = 'role' }
        @{ What = 'a role that is refused'; Fails = $true; Use = 'denied' }
        @{ What = 'a role by a wrong key'; Fails = $true; Use = 'by-wrong' }
        @{ What = 'a role whose service fails'; Fails = $true; Use = 'role'; Set = { Set-LocalIdentitySetting $identity @{ failures = @{ AssumeRole = @{ status = 500 } } } } }
        @{ What = 'a role whose key has expired'; Fails = $true; Use = 'role'; Set = { Set-LocalIdentitySetting $identity @{ validFor = '-00:00:01' } } }
        @{ What = 'a role, and a service that quotes the request'; Fails = $true; Use = 'role'; Set = {
                Add-LocalBedrockFault $service @{ status = 403; errorType = 'InvalidSignatureException'; message = "no match.`n`nThe Canonical String was 'x-amz-security-token:$($secrets.WrongToken)'" }
            } }
        @{ What = 'a program'; Use = 'program' }
        @{ What = 'a program that prints something else'; Fails = $true; Use = 'talker' }
        @{ What = 'a program that fails'; Fails = $true; Use = 'failing' }
        @{ What = 'a web identity'; Use = 'web' }
        @{ What = 'a web identity that is refused'; Fails = $true; Use = 'web'; Set = { Set-Content $webToken $secrets.WrongToken -NoNewline } }
        @{ What = 'a container'; Set = { Set-ContainerEnvironment } }
        @{ What = 'a container that refuses the token'; Fails = $true; Set = { Set-ContainerEnvironment; $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = $secrets.WrongToken } }
        @{ What = 'an instance'; Set = { Set-InstanceEnvironment } }
        @{ What = 'an API key'; Fails = $true; Set = { $env:AWS_BEARER_TOKEN_BEDROCK = $secrets.WrongToken } }
        @{ What = 'a credentials file with an invalid line'; Fails = $true; Use = 'default'; Set = { Set-Content $credentialsFile "[default]`n$($secrets.WrongKey)" } }
        @{ What = 'a code of an MFA device'; Answer = $true; Use = 'guarded' }
        @{ What = 'a wrong code of an MFA device'; Answer = $true; Fails = $true; Use = 'guarded'; Set = { Set-LocalIdentitySetting $identity @{ roles = @{ $guarded = @{ mfaSerial = $device; mfaCode = '111111' } } } } }
        @{ What = 'IAM Identity Center'; Use = 'sso'; Set = { Set-SsoLogin } }
        @{ What = 'IAM Identity Center, with a login that is refused'; Fails = $true; Use = 'sso'; Set = { Set-SsoLogin -AccessToken $secrets.WrongToken } }
        @{ What = 'IAM Identity Center, with a renewed login'; Use = 'sso'; Set = { Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh } }
        @{ What = 'IAM Identity Center, with a login that can''t be renewed'; Fails = $true; Use = 'sso'; Set = { Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh; Set-LocalIdentitySetting $identity @{ ssoRefreshRefusedAs = 'InvalidGrantException' } } }
        @{ What = 'IAM Identity Center, with a login that can''t be read'; Fails = $true; Use = 'sso'; Set = { Set-SsoLogin; Get-ChildItem (Join-Path $userHome .aws sso cache) | Set-Content -Value "{ `"accessToken`": `"$($secrets.WrongToken)" } }
    )

    $wait = @{ Command = 'Wait-BdrCustomizationJob -JobIdentifier train-1 -Timeout 1' }
    $commands = @(
        @{ Command = 'Get-BdrCustomizationJob -First 1' }
        @{ Command = 'Get-BdrCustomizationJob -JobIdentifier train-1' }
        $wait
        @{ Command = 'Stop-BdrCustomizationJob -JobIdentifier running-1 -Confirm:$false -PassThru' }
    )
    # A wait reports failures in another way than a listing.
    $cases = foreach ($case in $cases) {
        $case + $commands[0]
        if ($case.Fails -and $case.What -match '^(a wrong|a role|-Cred)') { $case + $wait }
    }

    # Forms in which a service or a proxy can quote the request that it rejects.
    $quotes = @(
        @{ Reply = 'message'; Fault = { @{ errorType = 'AccessDeniedException'; message = $quoted } } }
        @{ Reply = 'message about a job'; Fault = { @{ errorType = 'ResourceNotFoundException'; message = $quoted } } }
        @{ Reply = 'message, as encoded for an address'; Fault = { @{ errorType = 'ValidationException'; message = [uri]::EscapeDataString($temporary.Token) + $quoted } } }
        @{ Reply = 'page'; Fault = { @{ status = 502; contentType = 'text/html'; body = "<html><title>$([Net.WebUtility]::HtmlEncode($quoted))</title></html>" } } }
        @{ Reply = 'page that is cut'; Fault = { @{ status = 502; contentType = 'text/html'; body = "<html><style>$('x' * (16KB - 400))</style>$($temporary.Token * 9)$quoted</html>" } } }
        @{ Reply = 'error name'; Fault = { @{ status = 400; body = ConvertTo-Json @{ __type = $temporary.Token; message = $quoted } } } }
        @{ Reply = 'request id'; Fault = { @{ status = 400; headers = @{ 'x-amzn-RequestId' = $temporary.Token }; body = ConvertTo-Json @{ __type = 'ValidationException' } } } }
        @{ Reply = 'error in a success'; Fault = { @{ replyWith = 'ok'; body = ConvertTo-Json @{ __type = 'ThrottlingException'; message = $quoted } } } }
        @{ Reply = 'success that can''t be read'; Fault = { @{ replyWith = 'ok'; body = $quoted } } }
        @{ Reply = 'redirect'; Fault = { @{ status = 302; headers = @{ Location = "http://127.0.0.1/$($temporary.Token)" } } } }
    )
    $quotes = foreach ($quote in $quotes) {
        foreach ($command in $commands) { $quote + $command }
    }

    $identityQuotes = @(
        @{ By = 'the Security Token Service'; Action = 'AssumeRole'; Use = 'by-temporary'; Secret = 'SessionToken', 'Signature' }
        @{ By = 'the Security Token Service, of a web identity'; Action = 'AssumeRoleWithWebIdentity'; Use = 'web'; Secret = 'WebIdentity' }
        @{ By = 'the Security Token Service, of a code'; Action = 'AssumeRole'; Use = 'guarded'; Answer = $true; Secret = 'Code' }
        @{ By = 'the agent of a container'; Action = '/v2/credentials/1'; Set = { Set-ContainerEnvironment }; Secret = 'ContainerToken' }
        @{ By = 'the portal of IAM Identity Center'; Action = '/federation/credentials'; Use = 'sso'; Set = { Set-SsoLogin }; Secret = 'AccessToken' }
        @{ By = 'the login of IAM Identity Center'; Action = '/token'; Use = 'sso'; Set = { Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh }; Secret = 'RefreshToken', 'ClientSecret' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    $code = $guardedRole.$guarded.mfaCode
    Start-IdentityServices -Setting @{ roles = $guardedRole + @{ 'arn:aws:iam::444455556666:role/denied' = @{ denied = $true } } }
    $temporary = Get-TemporaryKey
    $secrets = [ordered]@{
        BaseKey        = $keys.base.Secret
        TemporaryKey   = $temporary.Secret
        # Every session token from LocalIdentity contains the id of its key, and therefore this text.
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
        Signature      = '0123456789abcdef' * 4
        Proxy          = 'proxy-password'
    }
    $quoted = "signed with $($temporary.Secret), $($temporary.Token), $($temporary.Token); " +
        "Authorization: AWS4-HMAC-SHA256 Credential=$($temporary.Id)/x, SignedHeaders=host, Signature=$($secrets.Signature)"
    $printed = Join-Path $userHome printed

    $saved = Join-Path $TestDrive saved.xml

    # All text that a command wrote, or that its errors lead to.
    function Get-Everything {
        param([object[]] $Record)

        "$Record"
        $Record | Out-String -Width 2000
        $kept = $Record.Where({ $_ -isnot [Management.Automation.InformationalRecord] })
        $kept | Format-List * -Force | Out-String -Width 2000
        ConvertTo-Json $kept -Depth 2 -WarningAction Ignore
        Export-Clixml -InputObject $kept -LiteralPath $saved -Depth 2
        Get-Content -LiteralPath $saved -Raw
        foreach ($item in $Record.Where({ $_ -is [Management.Automation.ErrorRecord] })) {
            Get-Error -InputObject $item | Out-String -Width 2000
            "$($item.ErrorDetails) $($item.ErrorDetails.RecommendedAction)"
            $item.TargetObject | Format-List * -Force | Out-String -Width 2000
            for ($exception = $item.Exception; $exception; $exception = $exception.InnerException) {
                $exception.ToString()
                $exception | Format-List * -Force | Out-String -Width 2000
                $exception.Data | Format-List * -Force | Out-String -Width 2000
            }
        }
    }

    # Runs a command. Returns what it wrote to all streams, and what it left in $Error.
    function Invoke-Watched {
        param([string] $Command, [hashtable] $With = @{}, [switch] $Answer)

        if ($Answer) {
            return Invoke-Answered $code "$Command -ProfileName $($With.ProfileName) -Verbose -Debug *>&1; `$Error"
        }

        $before = $global:Error.Count
        $written = @(& ([scriptblock]::Create("param(`$with) $Command @with -Verbose -Debug -ErrorAction Continue -WarningAction Continue *>&1")) $With)
        $written
        $global:Error | Select-Object -First ($global:Error.Count - $before) | Where-Object { $_ -notin $written }
    }

    function Get-ErrorOf {
        param([object[]] $Record)

        $Record.Where({ $_ -is [Management.Automation.ErrorRecord] })
    }

    function Assert-NoSecret {
        param([object[]] $Record)

        $everything = Get-Everything $Record | Out-String
        foreach ($secret in $secrets.GetEnumerator()) {
            $everything.Contains($secret.Value) | Should -BeFalse -Because "$($secret.Key) is a secret"
        }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'No secret is displayed' {
    BeforeEach {
        Reset-Identity
        $env:AWS_MAX_ATTEMPTS = 1
        Clear-LocalBedrockJob $service
        foreach ($key in $keys.Values) {
            Add-LocalBedrockJob $service @{ jobName = 'train-1'; status = 'Completed'; account = $key.Account }, @{ jobName = 'running-1'; status = 'InProgress'; account = $key.Account }
        }

        $with = @{}
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base) + '[wrong]' + (Get-KeyLine @{ Id = $keys.base.Id; Secret = $secrets.WrongKey }))
        $webToken = New-WebIdentityFile
        Set-Content "$printed-key" (ConvertTo-Json @{ Version = 1; AccessKeyId = $keys.base.Id; SecretAccessKey = $keys.base.Secret })
        Set-Content "$printed-words" $secrets.Output
        $print = $IsWindows ? 'cmd /c type' : 'cat'
        Set-Content $configFile @"
[profile role]
role_arn = $role
source_profile = base
[profile denied]
role_arn = arn:aws:iam::444455556666:role/denied
source_profile = base
[profile temporary]
$((Get-KeyLine $temporary) -join "`n")
[profile by-temporary]
role_arn = $role
source_profile = temporary
[profile by-wrong]
role_arn = $role
source_profile = wrong
$guardedLines
[profile web]
role_arn = $role
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

    It 'of <What>, by <Command>' -ForEach $cases {
        if ($Set) { . $Set }
        if ($Use) { $with.ProfileName = $Use }
        $records = Invoke-Watched $Command $with -Answer:$Answer
        $records.Where({ $_ -is [BedrockJobs.CustomizationJob] }).Count | Should -Be ($Fails ? 0 : 1)
        (Get-ErrorOf $records).Count -gt 0 | Should -Be ([bool] $Fails)
        Assert-NoSecret $records
    }

    It 'of a key that the service quotes in its <Reply>, by <Command>' -ForEach $quotes {
        Set-EnvironmentKey $temporary
        Add-LocalBedrockFault $service ((& $Fault) + @{ count = $null })
        $records = Invoke-Watched $Command
        (Get-ErrorOf $records).Exception.ErrorId | Should -Not -BeNullOrEmpty
        (Get-ErrorOf $records).Exception.ErrorId | Should -Not -Contain UnexpectedError
        Assert-NoSecret $records
    }

    It 'that is quoted by <By>' -ForEach $identityQuotes {
        if ($Set) { . $Set }
        if ($Use) { $with.ProfileName = $Use }
        $message = 'You sent ' + (@($Secret | ForEach-Object { if ($_ -eq 'SessionToken') { $temporary.Token } else { "$_=$($secrets[$_])" } }) -join ', ')
        Set-LocalIdentitySetting $identity @{ failures = @{ $Action = @{ status = 400; errorType = 'ValidationError'; message = $message } } }
        $records = Invoke-Watched 'Get-BdrCustomizationJob -First 1' $with -Answer:$Answer
        Get-ErrorOf $records | Should -Not -BeNullOrEmpty
        @(Get-IdentityAction) | Should -Contain $Action
        Assert-NoSecret $records
    }

    It 'that a proxy quotes' {
        $env:HTTP_PROXY = "http://me:$($secrets.Proxy)@$(([uri] $identity.ProxyUrl).Authority)"
        Set-EnvironmentKey $keys.base
        Add-LocalBedrockFault $service @{ status = 403; body = "Bad password $($secrets.Proxy), in Basic $([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("me:$($secrets.Proxy)")))"; contentType = 'text/plain' }
        $records = Invoke-Watched 'Get-BdrCustomizationJob -First 1'
        "$(Get-ErrorOf $records)" | Should -BeLike '*Bad password*'
        Assert-NoSecret $records

        Set-LocalIdentitySetting $identity @{ proxyAuthorization = 'Basic somebody-else' }
        $records = Invoke-Watched 'Get-BdrCustomizationJob -First 1'
        Get-ErrorOf $records | Should -Not -BeNullOrEmpty
        Assert-NoSecret $records
    }

    It 'in the warnings and the progress of a wait that continues' {
        Set-EnvironmentKey $temporary
        Add-LocalBedrockFault $service @{ skip = 1; operation = 'ListModelCustomizationJobs'; count = 2; errorType = 'InternalServerException'; message = $quoted }
        $powershell = New-TestPowerShell 'Wait-BdrCustomizationJob running-1 -PollInterval 1 -Timeout 3 -Verbose -Debug -WarningAction Continue'
        try {
            $output = $powershell.Invoke()
            $powershell.Streams.Warning | Should -Not -BeNullOrEmpty
            $streams = $powershell.Streams
            Assert-NoSecret (@($output) + $streams.Error + $streams.Warning + $streams.Verbose + $streams.Debug + $streams.Information + $streams.Progress)
        }
        finally {
            $powershell.Dispose()
        }
    }

    It 'in the query with which a listing can be resumed' {
        Set-EnvironmentKey $temporary
        Add-LocalBedrockFault $service @{ skip = 1; count = $null; errorType = 'AccessDeniedException'; message = $quoted }
        $records = Invoke-Watched 'Get-BdrCustomizationJob -PageSize 1'
        $left = (Get-ErrorOf $records)[0].TargetObject
        $left | Should -BeOfType BedrockJobs.JobQuery
        Assert-NoSecret (@($records) + $left)
    }

    It 'by completion' {
        Set-EnvironmentKey $temporary
        $env:AWS_TEST_RUN = [guid]::NewGuid()
        Add-LocalBedrockFault $service @{ count = $null; errorType = 'AccessDeniedException'; message = $quoted }
        $before = $global:Error.Count
        $records = foreach ($line in 'Get-BdrCustomizationJob -Name ', 'Stop-BdrCustomizationJob ', 'Wait-BdrCustomizationJob -ProfileName ', 'Wait-BdrCustomizationJob -Region ') {
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches
        }

        Wait-Until { Get-LocalBedrockRequest $service } -Because 'completion requests jobs'
        Assert-NoSecret (@($records) + ($global:Error | Select-Object -First ($global:Error.Count - $before)))
    }

    It 'in a transcript or on the screen' {
        Set-EnvironmentKey $temporary
        Add-LocalBedrockFault $service @{ count = $null; errorType = 'AccessDeniedException'; message = $quoted }
        $transcript = Join-Path $TestDrive transcript.txt
        $screen = Invoke-NewPowerShell @"
            Import-Module '$manifest'
            `$null = Start-Transcript -LiteralPath '$transcript'
            Get-BdrCustomizationJob -Verbose -Debug
            Get-BdrCustomizationJob -JobIdentifier train-1 -Verbose
            Stop-BdrCustomizationJob train-1 -Confirm:`$false -Verbose
            Wait-BdrCustomizationJob train-1 -Timeout 1 -Verbose
            `$Error | Out-String
            Get-Error -Newest 9 | Out-String
            `$null = Stop-Transcript
"@ 2>&1 | Out-String
        $screen | Should -BeLike '*signed with*'
        $written = Get-Content -LiteralPath $transcript -Raw
        $written | Should -BeLike '*signed with*'
        Assert-NoSecret $screen, $written
    }

    It 'by -Debug, which shows only the ends of the ID of the key' {
        $lines = Get-BdrCustomizationJob -First 1 -ProfileName base -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] }
        "$lines" | Should -BeLike "*credentials AKIA$([char] 0x2026)MPLE, from Profile base*"
        "$lines" | Should -Not -BeLike "*$($keys.base.Id)*"
    }

    It 'as these tests would find out' {
        $temporary.Token | Should -BeLike "*$($secrets.SessionToken)*"
        $secrets.Values | Should -Not -Contain ''
        $secrets.Count | Should -Be 15
        $failure = [Management.Automation.ErrorRecord]::new([Exception]::new('outer', [Exception]::new($secrets.Output)), 'id', 'NotSpecified', $null)
        (Get-Everything $failure | Out-String).Contains($secrets.Output) | Should -BeTrue
    }
}
