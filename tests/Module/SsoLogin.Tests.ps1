# Profiles of the aws sso login command: the access token in its file, the renewal of the token, and what other processes do
# meanwhile.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices -Jobs 24
    $file = Get-SsoLoginFile
    $with = @{ ProfileName = 'sso' }

    function Get-Token {
        Get-Content -LiteralPath $file -Raw | ConvertFrom-Json -DateKind String
    }

    function Edit-Token {
        param([hashtable] $With)

        $token = Get-Token
        foreach ($name in $With.Keys) { $token | Add-Member -Force $name $With[$name] }
        ConvertTo-Json $token | Set-Content -LiteralPath $file
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A login with IAM Identity Center' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile "$(Get-SsoLine)`n[profile other]`nsso_session = corp`nsso_account_id = 444455556666`nsso_role_name = other"
    }

    It 'is used until the time in its file, in the form <Form>' -ForEach @(
        foreach ($form in 'Z', 'UTC', '+00:00', '.123456Z', '+02:30') { @{ Form = $form } }
    ) {
        foreach ($hours in 1, -1) {
            Set-SsoLogin -CanRefresh
            $there = [datetime]::UtcNow.AddHours($hours + ($Form -eq '+02:30' ? 2.5 : 0))
            $time = $there.ToString("yyyy-MM-dd'T'HH:mm:ss", [cultureinfo]::InvariantCulture) + $Form
            Edit-Token @{ expiresAt = $time; registrationExpiresAt = $time }
            Clear-LocalIdentityRequest $identity
            Get-Signer @{ ProfileName = $hours -gt 0 ? 'sso' : 'other' } | Should -BeLike 'ASIA*'
            Get-IdentityAction | Should -Be ($hours -gt 0 ? '/federation/credentials' : @('/token', '/federation/credentials'))
        }
    }

    It 'is saved when it is renewed, with the members that aren''t known' {
        Set-SsoLogin -Lifetime '00:04:00' -CanRefresh
        Edit-Token @{ later = @{ x = 1 } }
        Set-LocalIdentitySetting $identity @{ ssoRefreshesOnce = $true }
        $before = Get-Token
        Get-Signer $with | Should -BeLike 'ASIA*'
        $after = Get-Token
        $after.accessToken | Should -BeLike 'sso-access-token-*'
        $after.refreshToken | Should -BeLike 'sso-refresh-token-*'
        ([datetime] $after.expiresAt - [datetime]::Now).TotalMinutes | Should -BeGreaterThan 50
        foreach ($name in 'region', 'startUrl', 'clientId', 'clientSecret', 'registrationExpiresAt') { $after.$name | Should -Be $before.$name }
        $after.later.x | Should -Be 1
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
        if (-not $IsWindows) { (Get-Item $file).UnixMode | Should -Be '-rw-------' }

        Get-Signer @{ ProfileName = 'other' } | Should -BeLike 'ASIA*'
        Get-IdentityAction | Should -Be /token, /federation/credentials, /federation/credentials
    }

    It 'is used until it expires if it can''t be renewed: <Why>' -ForEach @(
        @{ Why = 'the service refuses'; Setting = @{ ssoRefreshRefusedAs = 'InvalidGrantException' } }
        @{ Why = 'the service fails'; Setting = @{ failures = @{ '/token' = @{ status = 500 } } } }
        @{ Why = 'there is no refresh token'; Cannot = $true }
    ) {
        $env:AWS_MAX_ATTEMPTS = 1
        Set-SsoLogin -Lifetime '00:04:00' -CanRefresh:(-not $Cannot)
        if ($Setting) { Set-LocalIdentitySetting $identity $Setting }
        $before = Get-Content $file -Raw
        Get-Signer $with | Should -BeLike 'ASIA*'
        Get-Content $file -Raw | Should -Be $before
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
    }

    It 'is renewed if only the portal knows that it isn''t valid' {
        Set-SsoLogin -AccessToken revoked -CanRefresh
        Get-Signer $with | Should -BeLike 'ASIA*'
        Get-IdentityAction | Should -Be /federation/credentials, /token, /federation/credentials
    }

    It 'is an error with the cause if its file <What>' -ForEach @(
        @{ What = 'is a directory'; Says = 'cannot be read: it is a directory'; Make = { $null = New-Item -ItemType Directory $file } }
        @{ What = 'is half of one'; Says = 'does not contain a JSON object. To sign in again, use: aws sso login --profile sso'; Make = { Set-Content $file '{ "accessToken": "hidden' } }
        @{ What = 'is a list'; Says = 'does not contain a JSON object*aws sso login --profile sso'; Make = { Set-Content $file '["hidden"]' } }
        @{ What = 'contains a member twice'; Says = 'does not contain a JSON object*aws sso login --profile sso'; Make = { Set-Content $file '{ "accessToken": "hidden", "accessToken": "hidden" }' } }
        @{ What = 'contains no access token'; Says = 'contains no accessToken*aws sso login --profile sso'; Make = { Set-Content $file '{ "expiresAt": "hidden" }' } }

        # On Windows, only an administrator can create a symbolic link.
        if (-not $IsWindows) {
            @{ What = 'is a link to itself'; Says = 'cannot be read: *symbolic links*'; Make = { ln -s $file $file } }
            @{ What = 'is in a folder that is a link to itself'; Says = 'cannot be read: *symbolic links*'; Make = {
                    Remove-Item (Split-Path $file)
                    ln -s (Split-Path $file) (Split-Path $file)
                } }
        }
    ) {
        Set-SsoLogin
        Remove-Item $file
        . $Make
        Add-Content $configFile "`n[profile by-sso]`nrole_arn = $role`nsource_profile = sso"
        foreach ($name in 'sso', 'by-sso') {
            $failure = Get-TheError @{ ProfileName = $name }
            $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
            "$failure" | Should -BeLike "Profile ${name}: *$file $Says*"
            "$failure" | Should -Not -BeLike '*hidden*'
        }

        Get-IdentityAction | Should -BeNullOrEmpty
    }

    It 'is a failed connection, and not a failure of its file, if the connection ends within the response' {
        Set-SsoLogin -Lifetime '-00:10:00' -CanRefresh
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $env:AWS_ENDPOINT_URL_SSO_OIDC = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        $cutting = Start-ThreadJob {
            while ($true) {
                $client = ($using:listener).AcceptTcpClient()
                $null = $client.GetStream().Read([byte[]]::new(65536))
                $client.GetStream().Write([Text.Encoding]::ASCII.GetBytes("HTTP/1.1 200 OK`r`nContent-Length: 500`r`n`r`n{"))
                $client.Close()
            }
        }
        try {
            $failure = Get-TheError $with
        }
        finally {
            $listener.Stop()
            Remove-Job $cutting -Force
        }

        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -Not -BeLike '*written*'
    }

    It 'is an error that says why if <What>, and the refresh token is not used' -Skip:$IsWindows -ForEach @(
        @{ What = 'its file can''t be read'; Of = 'file'; Mode = '000'; Says = 'FILE cannot be read: access is denied' }
        @{ What = 'its folder can''t be entered'; Of = 'folder'; Mode = '000'; Says = 'FILE cannot be read: access is denied' }
        @{ What = 'its folder can''t be written'; Of = 'folder'; Mode = '500'; Says = 'FILE cannot be written: access is denied' }
        @{ What = 'its folder can''t be written and there is no refresh token'; Of = 'folder'; Mode = '500'; Says = 'aws sso login --profile sso'; HasNone = $true }
    ) {
        Set-SsoLogin -Lifetime '-00:10:00' -CanRefresh:(-not $HasNone)
        $denied = $Of -eq 'file' ? $file : (Split-Path $file)

        # Root has access to everything, unless it gives that up.
        $dotnet = [Environment]::UserName -eq 'root' ? @('setpriv', '--bounding-set=-dac_override,-dac_read_search', 'dotnet') : @('env', 'dotnet')
        $script = "Import-Module '$manifest'; Get-BdrCustomizationJob -ProfileName sso -ErrorAction SilentlyContinue; `"`$(`$Error[0])`""
        chmod $Mode $denied
        try {
            $failure = & $dotnet[0] $dotnet[1..2] (Join-Path $PSHOME pwsh.dll) -NoProfile -NonInteractive -Command $script
        }
        finally {
            chmod 700 $denied
        }

        $failure | Should -BeLike "Profile sso: *$($Says.Replace('FILE', $file))*"
        Get-IdentityAction | Should -BeNullOrEmpty
    }
}

Describe 'A login with IAM Identity Center whose refresh token is valid once' {
    BeforeEach {
        Reset-Identity
        Set-Content $configFile (@(Get-SsoLine) + (1..4 | ForEach-Object { "[profile sso$_]`nsso_session = corp`nsso_account_id = 444455556666`nsso_role_name = role$_" }))
        Set-SsoLogin -AccessToken expired -Lifetime '-00:10:00' -CanRefresh
        Set-LocalIdentitySetting $identity @{ ssoRefreshesOnce = $true; ssoRefreshToken = "sso-refresh-$([guid]::NewGuid())" }
        Edit-Token @{ refreshToken = (Get-LocalIdentitySetting $identity).ssoRefreshToken }
    }

    It 'is renewed by several processes at the same time' {
        Set-LocalIdentitySetting $identity @{ delay = '00:00:00.3' }
        $counts = 1..4 | ForEach-Object -Parallel {
            . (Join-Path $using:PSScriptRoot TestSession.ps1)
            Invoke-NewPowerShell "Import-Module '$using:manifest'; (Get-BdrCustomizationJob -ProfileName sso -ErrorAction Stop).Count"
        } -ThrottleLimit 4
        $counts | Should -Be 24, 24, 24, 24
        (Get-Token).refreshToken | Should -BeLike 'sso-refresh-token-*'
        Get-ChildItem (Split-Path $file) | Should -HaveCount 1
    }

    It 'is renewed for several profiles of a command at the same time' {
        Set-LocalIdentitySetting $identity @{ delay = '00:00:00.3' }
        @(Get-BdrCustomizationJob -ProfileName sso1, sso2, sso3, sso4 -ErrorAction Stop).Count | Should -Be 24
        @(Get-LocalIdentityRequest $identity | Where-Object { $_.action -eq '/token' -and $_.status -eq 200 }).Count | Should -Be 1
    }

    It 'is not replaced if the user has signed in again during a renewal' {
        Set-LocalIdentitySetting $identity @{ delay = '00:00:02' }
        $here = Start-ThreadJob { Import-Module $using:manifest; Get-BdrCustomizationJob -ProfileName sso -First 1 -ErrorAction Stop }
        Wait-Until { Get-IdentityAction }
        Edit-Token @{ refreshToken = 'of-another-sign-in' }
        ($here | Receive-Job -Wait -AutoRemoveJob).JobName | Should -HaveCount 1
        (Get-Token).refreshToken | Should -Be of-another-sign-in
    }
}
