# Trusted certificates, with services that use TLS.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    . (Join-Path $PSScriptRoot Certificates.ps1)
    # The computer can have a value.
    $certFileBefore = $env:SSL_CERT_FILE
    $role = 'arn:aws:iam::444455556666:role/trainer'

    # A corporate root, an intermediate authority, and a certificate of the services issued by it.
    $root = New-TestCertificate -Subject 'Test Root' -Authority
    $middle = New-TestCertificate -Subject 'Test Issuing' -Authority -Issuer $root
    $server = New-TestCertificate -Subject 'Test Server' -Issuer $middle -HostName 127.0.0.1, localhost
    $otherRoot = New-TestCertificate -Subject 'Other Root' -Authority
    $rootFile = Export-Pem (Join-Path $TestDrive root.pem) $root
    $otherFile = Export-Pem (Join-Path $TestDrive other.pem) $otherRoot
    $bothFile = Export-Pem (Join-Path $TestDrive both.pem) $otherRoot, $middle, $root
    $serverFile = Export-Pem (Join-Path $TestDrive server.pem) $server, $middle -Key
    $bareFile = Export-Pem (Join-Path $TestDrive bare.pem) $server -Key

    $identity = Start-LocalIdentity -Options '--certificate', $serverFile
    $service = Start-LocalBedrock -Jobs 3 -Options '--certificate', $serverFile, '--key-issuer', $identity.KeyIssuer
    # Sends only its own certificate, without the intermediate one.
    $bare = Start-LocalBedrock -Jobs 3 -Options '--certificate', $bareFile

    function Set-Profile {
        param([string] $More)

        Set-Content $configFile "[profile base]`n$(Get-KeyLine $keys.base)`n$More"
    }
}

AfterAll {
    $env:SSL_CERT_FILE = $certFileBefore
    Stop-LocalBedrock $bare
    Stop-IdentityServices
}

Describe 'A certificate of one''s own authority' {
    BeforeEach {
        Reset-Identity
        $env:SSL_CERT_FILE = $null
        Set-EnvironmentKey $keys.base
    }

    It 'is not trusted, and the error names the settings that help' {
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
        "$failure" | Should -BeLike ($IsLinux ? '*TLS: *AWS_CA_BUNDLE, ca_bundle or SSL_CERT_FILE.' : '*TLS: *AWS_CA_BUNDLE or ca_bundle.')
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    # OpenSSL reads the variable once in a process.
    if ($IsLinux) {
        It 'is trusted with SSL_CERT_FILE, which the error names if it does not contain the authority' {
            $env:SSL_CERT_FILE = $rootFile
            $list = "Import-Module '$manifest'; (Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure).Count; `"`$failure`""
            (Invoke-NewPowerShell $list)[0] | Should -Be 3
            $env:SSL_CERT_FILE = $otherFile
            (Invoke-NewPowerShell $list)[1] | Should -BeLike "*TLS: *$otherFile, from SSL_CERT_FILE. *AWS_CA_BUNDLE or ca_bundle."
        }
    }

    It 'is trusted with AWS_CA_BUNDLE' {
        $env:AWS_CA_BUNDLE = $rootFile
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'is trusted with ca_bundle of <Of>' -TestCases @(
        @{ Of = 'the profile default'; Section = 'default' }
        @{ Of = 'the profile of AWS_PROFILE'; Section = 'profile ours' }
        @{ Of = 'the profile of -ProfileName'; Section = 'profile ours' }
    ) {
        Set-Content $configFile "[$Section]`n$(Get-KeyLine $keys.base)`nca_bundle = $rootFile"
        $with = @{}
        if ($Of -like '*AWS_PROFILE') { $env:AWS_PROFILE = 'ours' }
        if ($Of -like '*-ProfileName') { $with.ProfileName = 'ours' }
        Get-Signer $with | Should -Be $keys.base.Id
    }

    It 'is trusted where its bundle holds several, and holds what the host does not send' {
        $env:AWS_CA_BUNDLE = $bothFile
        (Get-BdrCustomizationJob -EndpointUrl $bare.Url -ErrorAction Stop).Count | Should -Be 3
    }

    It 'is not trusted with another bundle, and the error names the bundle: <Source>' -TestCases @(
        @{ Source = 'AWS_CA_BUNDLE' }
        @{ Source = 'ca_bundle in profile default' }
    ) {
        # Only the source with precedence is used, even if another one would work.
        if ($Source -eq 'AWS_CA_BUNDLE') { $env:AWS_CA_BUNDLE = $otherFile }
        Set-Content $configFile "[default]`nca_bundle = $($Source -eq 'AWS_CA_BUNDLE' ? $rootFile : $otherFile)"
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike "*TLS: *$otherFile, from ${Source}. *"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is that of another host all the same' {
        $env:AWS_CA_BUNDLE = $rootFile
        $wrong = Start-LocalBedrock -Jobs 1 -Options '--certificate', (Export-Pem (Join-Path $TestDrive wrong.pem) (New-TestCertificate -Subject 'Other Server' -Issuer $middle -HostName example.com), $middle -Key)
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

    It 'is trusted from the next command on, once the bundle has changed' {
        $env:AWS_CA_BUNDLE = Export-Pem (Join-Path $TestDrive changing.pem) $otherRoot
        $null = Get-TheError
        $null = Export-Pem $env:AWS_CA_BUNDLE $otherRoot, $root
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'is trusted for the services that issue keys: <From>' -TestCases @(
        @{ From = 'role'; Action = 'AssumeRole' }
        @{ From = 'web'; Action = 'AssumeRoleWithWebIdentity' }
        @{ From = 'sso'; Action = '/federation/credentials' }
    ) {
        Set-Profile @"
[profile role]
role_arn = $role
source_profile = base
[profile web]
role_arn = $role
web_identity_token_file = $(New-WebIdentityFile)
$(Get-SsoLine)
"@
        Set-SsoLogin
        $failure = Get-TheError @{ ProfileName = $From }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike '*AWS_CA_BUNDLE*'
        $env:AWS_CA_BUNDLE = $rootFile
        Get-Signer @{ ProfileName = $From } | Should -BeLike 'ASIAEXAMPLE*'
        Get-IdentityAction | Should -Be $Action
    }

    It 'is trusted for the agent of a container, and not with another bundle' {
        $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null
        Set-ContainerEnvironment
        $env:AWS_CA_BUNDLE = $otherFile
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike "AWS_CONTAINER_CREDENTIALS_FULL_URI: *TLS: *$otherFile, from AWS_CA_BUNDLE. *"
        Get-IdentityAction | Should -BeNullOrEmpty
        $env:AWS_CA_BUNDLE = $rootFile
        Get-Signer | Should -BeLike 'ASIAEXAMPLE*'
    }
}

Describe 'A bundle that can''t be used' {
    BeforeEach {
        Reset-Identity
        Set-EnvironmentKey $keys.base
        Set-Content (Join-Path $TestDrive empty.pem) ''
        Set-Content (Join-Path $TestDrive broken.pem) "-----BEGIN CERTIFICATE-----`nAAAA`n-----END CERTIFICATE-----"
    }

    It 'is an error before any request, and the error names file, source and cause: <What>' -TestCases @(
        @{ What = 'it is not there'; File = 'none.pem'; Says = 'it does not exist' }
        @{ What = 'it is a folder'; File = ''; Says = 'it is a directory' }
        @{ What = 'it is empty'; File = 'empty.pem'; Says = 'the file contains no certificates' }
        @{ What = 'it is no certificate'; File = 'broken.pem'; Says = 'the file contains a certificate that cannot be read' }
    ) {
        $path = (Join-Path $TestDrive $File).TrimEnd('/')
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
