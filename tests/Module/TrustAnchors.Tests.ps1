# Trusted certificates, with services that use TLS; and API keys, which are sent only over TLS.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    . (Join-Path $PSScriptRoot Certificates.ps1)

    # A corporate root, an intermediate authority, and a certificate of the services issued by it.
    $ca = New-TestCertificate -Subject 'Test Root' -Authority
    $middle = New-TestCertificate -Subject 'Test Issuing' -Authority -Issuer $ca
    $server = New-TestCertificate -Subject 'Test Server' -Issuer $middle -HostName 127.0.0.1, localhost
    $otherCa = New-TestCertificate -Subject 'Other Root' -Authority
    $caFile = Export-Pem (Join-Path $TestDrive root.pem) $ca
    $otherFile = Export-Pem (Join-Path $TestDrive other.pem) $otherCa
    $serverFile = Export-Pem (Join-Path $TestDrive server.pem) $server, $middle -Key

    $identity = Start-LocalIdentity -Options '--certificate', $serverFile
    $service = Start-LocalBedrock -Jobs 3 -Options '--certificate', $serverFile, '--key-issuer', $identity.KeyIssuer, '--bearer-key', 'bedrock-api-key-secret'
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A certificate of a private authority' {
    BeforeEach {
        Reset-Identity
        $env:SSL_CERT_FILE = $null
        $env:AWS_MAX_ATTEMPTS = '1'
        Set-EnvironmentKey $keys.base
    }

    It 'is not trusted by default, and the error names the settings that help' {
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
        "$failure" | Should -BeLike ($IsLinux ? '*TLS: *AWS_CA_BUNDLE, ca_bundle or SSL_CERT_FILE.' : '*TLS: *AWS_CA_BUNDLE or ca_bundle.')
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    # Only on Linux does .NET use OpenSSL, which reads the variable once in a process.
    It 'is trusted with SSL_CERT_FILE, which the error names if it does not contain the authority' -Skip:(-not $IsLinux) {
        $env:SSL_CERT_FILE = $caFile
        $list = "Import-Module '$manifest'; (Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure).Count; `"`$failure`""
        (Invoke-NewPowerShell $list)[0] | Should -Be 3
        $env:SSL_CERT_FILE = $otherFile
        (Invoke-NewPowerShell $list)[1] | Should -BeLike "*TLS: *$otherFile, from SSL_CERT_FILE. *AWS_CA_BUNDLE or ca_bundle."
    }

    It 'is trusted with <_>' -ForEach 'AWS_CA_BUNDLE', 'REQUESTS_CA_BUNDLE' {
        Set-Item env:$_ $caFile
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'is trusted with ca_bundle of the profile <Of>' -ForEach @(
        @{ Of = 'default'; Section = 'default' }
        @{ Of = 'in AWS_PROFILE'; Section = 'profile ours'; Variable = 'ours' }
        @{ Of = 'in -ProfileName'; Section = 'profile ours'; With = @{ ProfileName = 'ours' } }
    ) {
        Set-Content $configFile (@("[$Section]", "ca_bundle = $caFile") + (Get-KeyLine $keys.base))
        $env:AWS_PROFILE = $Variable
        Get-Signer ($With ?? @{}) | Should -Be $keys.base.Id
    }

    It 'is trusted if the bundle contains what the host does not send, beside other authorities' {
        $bareFile = Export-Pem (Join-Path $TestDrive bare.pem) $server -Key
        $env:AWS_CA_BUNDLE = Export-Pem (Join-Path $TestDrive both.pem) $otherCa, $middle, $ca
        $bare = Start-LocalBedrock -Jobs 3 -Options '--certificate', $bareFile
        try {
            (Get-BdrCustomizationJob -EndpointUrl $bare.Url -ErrorAction Stop).Count | Should -Be 3
        }
        finally {
            Stop-LocalBedrock $bare
        }
    }

    # Only the source with precedence is used, even if another one would work.
    It 'is not trusted with another bundle, and the error names the bundle: <Source>' -ForEach @(
        @{ Source = 'AWS_CA_BUNDLE'; InProfile = 'root.pem' }
        @{ Source = 'ca_bundle in profile default'; InProfile = 'other.pem' }
    ) {
        if ($Source -eq 'AWS_CA_BUNDLE') { $env:AWS_CA_BUNDLE = $otherFile }
        Set-Content $configFile "[default]`nca_bundle = $(Join-Path $TestDrive $InProfile)"
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike "*TLS: *$otherFile, from ${Source}. *"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is not trusted if it is for another host' {
        $env:AWS_CA_BUNDLE = $caFile
        $wrongFile = Export-Pem (Join-Path $TestDrive wrong.pem) (New-TestCertificate -Subject 'Other Server' -Issuer $middle -HostName example.com), $middle -Key
        $wrong = Start-LocalBedrock -Jobs 1 -Options '--certificate', $wrongFile
        try {
            $failure = Get-TheError @{ EndpointUrl = $wrong.Url }
            $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
            "$failure" | Should -BeLike '*TLS: *NameMismatch*'
            Get-LocalBedrockRequest $wrong | Should -BeNullOrEmpty
        }
        finally {
            Stop-LocalBedrock $wrong
        }
    }

    It 'is trusted from the next command on after the bundle has changed' {
        $env:AWS_CA_BUNDLE = Export-Pem (Join-Path $TestDrive changing.pem) $otherCa
        $null = Get-TheError
        $null = Export-Pem $env:AWS_CA_BUNDLE $otherCa, $ca
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'is trusted of the services that issue keys, only with the bundle: <From>' -ForEach @(
        @{ From = 'role'; Action = 'AssumeRole' }
        @{ From = 'web'; Action = 'AssumeRoleWithWebIdentity' }
        @{ From = 'sso'; Action = '/federation/credentials' }
        @{ From = 'container'; Action = '/v2/credentials/1'; Source = 'AWS_CONTAINER_CREDENTIALS_FULL_URI' }
    ) {
        $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null
        $base = Get-KeyLine $keys.base
        Set-Content $configFile "[profile base]`n$($base -join "`n")`n[profile role]`nrole_arn = $role`nsource_profile = base`n[profile web]`nrole_arn = $role`nweb_identity_token_file = $(New-WebIdentityFile)`n$(Get-SsoLine)"
        Set-SsoLogin
        $with = $Source ? @{} : @{ ProfileName = $From }
        if ($Source) { Set-ContainerEnvironment }
        $env:AWS_CA_BUNDLE = $otherFile
        $failure = Get-TheError $with
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike "$Source*TLS: *$otherFile, from AWS_CA_BUNDLE. *"
        Get-IdentityAction | Should -BeNullOrEmpty
        $env:AWS_CA_BUNDLE = $caFile
        Get-Signer $with | Should -BeLike 'ASIAEXAMPLE*'
        Get-IdentityAction | Should -Be $Action
    }

    It 'is not looked at if the bundle cannot be used; the error names file, source and cause: <What>' -ForEach @(
        @{ What = 'it does not exist'; File = 'none.pem'; Says = 'it does not exist' }
        @{ What = 'it is a folder'; File = ''; Says = 'it is a directory' }
        @{ What = 'it is empty'; File = 'unusable.pem'; Content = ''; Says = 'the file contains no certificates' }
        @{ What = 'it has no valid certificate'; File = 'unusable.pem'; Content = "-----BEGIN CERTIFICATE-----`nAAAA`n-----END CERTIFICATE-----"; Says = 'the file contains a certificate that cannot be read' }
    ) {
        $path = (Join-Path $TestDrive $File).TrimEnd('/')
        if ($null -ne $Content) { Set-Content $path $Content }
        foreach ($source in 'AWS_CA_BUNDLE', 'ca_bundle in profile default') {
            $env:AWS_CA_BUNDLE = $source -eq 'AWS_CA_BUNDLE' ? $path : ''
            Set-Content $configFile "[default]`nca_bundle = $path"
            $failure = Get-TheError
            $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
            "$failure" | Should -BeLike "CA bundle $path* from ${source}: *: $Says*"
        }

        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }
}

Describe 'AWS_BEARER_TOKEN_BEDROCK' {
    BeforeEach {
        Reset-Identity
        $env:AWS_CA_BUNDLE = $caFile
        $env:AWS_BEARER_TOKEN_BEDROCK = 'bedrock-api-key-secret'
    }

    It 'is sent over https://, and not shown' {
        $shown = Get-BdrCustomizationJob -Debug -ErrorAction Stop *>&1 | Out-String -Width 500
        @(Get-LocalBedrockRequest $service).ForEach({ "$($_.status) $($_.accessKeyId)" }) | Should -Be '200 '
        $shown | Should -BeLike '*credentials an API key, from AWS_BEARER_TOKEN_BEDROCK*'
        $shown | Should -Not -BeLike '*bedrock-api-key-secret*'
    }

    It 'is not used beside -Credential' {
        Get-Signer @{ Credential = New-Credential $keys.base } | Should -Be $keys.base.Id
    }

    It 'is not sent over http://, and the error recommends an action' {
        $failure = Get-TheError @{ EndpointUrl = 'http://127.0.0.1:9' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike '*AWS_BEARER_TOKEN_BEDROCK*https://*http://127.0.0.1:9*-ProfileName*'
        "$failure" | Should -Not -BeLike '*bedrock-api-key-secret*'
    }
}
