# The order of credentials from several sources, and what carries over from one command to the next.

BeforeDiscovery {
    # From first to last. Each case sets its own source and all later ones.
    # Key is the key that signs, and Action the request to the service that issues it.
    $order = @(
        @{ Source = '-Credential'; Key = 'credential'; Set = { $with.Credential = New-Credential $keys.credential } }
        @{ Source = '-ProfileName'; Key = 'profile'; Set = { Add-Profile named profile; $with.ProfileName = 'named' } }
        @{ Source = '$StoredAWSCredentials'; Key = 'stored'; Set = { $global:StoredAWSCredentials = New-OtherCredential $keys.stored -Stored } }
        @{ Source = 'AWS_BEARER_TOKEN_BEDROCK'; Set = { $env:AWS_BEARER_TOKEN_BEDROCK = 'bedrock-api-key' } }
        @{ Source = 'AWS_ACCESS_KEY_ID'; Key = 'environment'; Set = { Set-EnvironmentKey $keys.environment } }
        @{ Source = 'AWS_WEB_IDENTITY_TOKEN_FILE'; Action = 'AssumeRoleWithWebIdentity'; Set = { Set-WebIdentityEnvironment } }
        @{ Source = 'AWS_PROFILE'; Key = 'chosen'; Set = { Add-Profile chosen chosen; $env:AWS_PROFILE = 'chosen' } }
        @{ Source = 'the default profile'; Key = 'default'; Set = { Add-Profile default default } }
        @{ Source = 'the container'; Action = '/v2/credentials/1'; Set = { Set-ContainerEnvironment } }
        @{ Source = 'the instance'; Action = '/latest/meta-data/iam/security-credentials/trainer'; Set = { Set-InstanceEnvironment } }
    )
    $cases = 0..($order.Count - 1) | ForEach-Object { $order[$_] + @{ Sets = $order[$_..($order.Count - 1)].ForEach({ $_.Set }) } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)

    # A key for every source that doesn't issue keys itself.
    foreach ($name in 'credential', 'profile', 'stored', 'environment', 'chosen', 'default') {
        $keys[$name] = @{ Account = '444455556666'; Id = "AKIA$($name.ToUpperInvariant().PadRight(16, '0'))"; Secret = "secret-of-$name" }
    }

    Start-IdentityServices -Key $keys.Values

    function Add-Profile {
        param([string] $Name, [string] $Key)

        Add-Content $credentialsFile (@("[$Name]") + (Get-KeyLine $keys[$Key]))
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'The order of credentials' {
    BeforeEach {
        Reset-Identity
        $with = @{}
    }

    AfterEach {
        Remove-Variable StoredAWSCredentials -Scope Global -ErrorAction Ignore
    }

    It 'has <Source> before all that follow' -ForEach $cases {
        foreach ($set in $Sets) { . $set }
        if ($Source -eq 'AWS_BEARER_TOKEN_BEDROCK') {
            "$(Get-TheError)" | Should -BeLike '*API key in AWS_BEARER_TOKEN_BEDROCK*'
            Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
            return
        }

        $signer = Get-Signer $with
        $issued = @(Get-LocalIdentityRequest $identity | Where-Object issued)
        $issued.action | Should -Be $Action
        $signer | Should -Be ($Key ? $keys[$Key].Id : $issued[0].issued)
    }

    It 'does not continue after half a key in the environment' {
        Add-Profile default default
        $env:AWS_ACCESS_KEY_ID = $keys.environment.Id
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike '*AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.'
    }

    It 'does not continue after a default profile with half of <what>' -ForEach @(
        @{ what = 'a key'; lines = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE'; says = 'aws_access_key_id in *config, section `[default`], line 3: aws_secret_access_key is missing' }
        @{ what = 'a role'; lines = 'role_arn = arn:aws:iam::444455556666:role/trainer'; says = 'role_arn in *config, section `[default`], line 3: *source_profile or credential_source' }
    ) {
        Set-Content $configFile "[default]`nregion = eu-west-1`n$lines"
        Set-ContainerEnvironment
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike "Profile default: *$says*"
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'continues after a default profile without credentials' {
        Set-Content $configFile "[default]`nregion = eu-west-1"
        $env:AWS_REGION = $null
        Set-ContainerEnvironment
        $signer = Get-Signer
        $signer | Should -Be @(Get-LocalIdentityRequest $identity)[0].issued
        @(Get-LocalBedrockRequest $service)[-1].region | Should -Be eu-west-1
    }
}

Describe '-Credential' {
    BeforeEach {
        Reset-Identity
    }

    It 'accepts the output of Get-AWSCredential with AWSSDK.Core <Core>' -ForEach (& (Join-Path $PSScriptRoot OtherModule Versions.ps1)) {
        foreach ($key in $keys.credential, (Get-TemporaryKey)) {
            Get-Signer @{ Credential = New-OtherCredential $key $Core } | Should -Be $key.Id
        }
    }

    It 'accepts the value of $StoredAWSCredentials' {
        Get-Signer @{ Credential = New-OtherCredential $keys.stored -Stored } | Should -Be $keys.stored.Id
    }

    It 'prompts for the secret if it is only an access key ID' {
        @(Invoke-Answered $keys.credential.Secret "Get-BdrCustomizationJob -First 1 -ErrorAction Stop -Credential $($keys.credential.Id)").Count | Should -Be 1
        $user.Questions | Should -Be $keys.credential.Id
        @(Get-LocalBedrockRequest $service)[-1].accessKeyId | Should -Be $keys.credential.Id
    }

    It 'is required for -SessionToken, as a PSCredential' {
        $token = @{ SessionToken = ConvertTo-SecureString token -AsPlainText -Force }
        { Get-BdrCustomizationJob @token -Credential (New-OtherCredential $keys.stored -Stored) } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,*'
    }
}

Describe 'The AWS files' {
    BeforeEach {
        Reset-Identity
        $elsewhere = (New-Item -ItemType Directory -Force (Join-Path $TestDrive elsewhere)).FullName
        $ownCredentials = Join-Path $elsewhere my-credentials
        $ownConfig = Join-Path $elsewhere config
        Add-Profile default default
        Set-Content $ownCredentials (@('[default]') + (Get-KeyLine $keys.base) + "[o'brien & co]" + (Get-KeyLine $keys.other))
        Set-Content $ownConfig "[profile role]`nrole_arn = $role`nsource_profile = default`n[profile `"o'brien & co`"]"

        function Get-Completion {
            param([string] $Line)

            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText
        }
    }

    It 'are those in AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, from the next command on' {
        Get-Signer | Should -Be $keys.default.Id
        $env:AWS_SHARED_CREDENTIALS_FILE = $ownCredentials
        Get-Signer | Should -Be $keys.base.Id
        $env:AWS_CONFIG_FILE = $ownConfig
        Get-Signer @{ ProfileName = 'role' } | Should -BeLike 'ASIA*'
        $env:AWS_SHARED_CREDENTIALS_FILE = $null
        Get-Signer | Should -Be $keys.default.Id
    }

    It 'are read from -ProfileLocation, but the config file is not' {
        Get-Signer @{ ProfileLocation = $ownCredentials } | Should -Be $keys.base.Id
        (Get-TheError @{ ProfileLocation = $ownCredentials; ProfileName = 'role' }).FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        Copy-Item $ownConfig $configFile
        Get-Signer @{ ProfileLocation = $ownCredentials; ProfileName = 'role' } | Should -BeLike 'ASIA*'
        @(Get-LocalIdentityRequest $identity)[0].accessKeyId | Should -Be $keys.base.Id
        Get-Signer | Should -Be $keys.default.Id
    }

    It 'are read again after a change, as are the variables' {
        Get-Signer | Should -Be $keys.default.Id
        Set-Content $credentialsFile (@('[default]') + (Get-KeyLine $keys.stored) + '[chosen]' + (Get-KeyLine $keys.chosen))
        Get-Signer | Should -Be $keys.stored.Id
        $env:AWS_PROFILE = 'chosen'
        Get-Signer | Should -Be $keys.chosen.Id
        foreach ($key in $keys.environment, $keys.other) {
            Set-EnvironmentKey $key
            Get-Signer | Should -Be $key.Id
        }

        $env:AWS_ACCESS_KEY_ID = $env:AWS_PROFILE = $null
        Get-Signer | Should -Be $keys.stored.Id
    }

    It 'complete -ProfileName' {
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default
        $env:AWS_CONFIG_FILE = $ownConfig
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default, "'o''brien & co'", role
        Get-Completion 'Get-BdrCustomizationJob -ProfileName RO' | Should -Be role
        $env:AWS_SHARED_CREDENTIALS_FILE = $ownCredentials
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default, "'o''brien & co'", role
        Get-Completion "Get-BdrCustomizationJob -ProfileName 'o" | Should -Be "'o''brien & co'"
        Get-Signer @{ ProfileName = "o'brien & co" } | Should -Be $keys.other.Id
        Set-Content $ownCredentials 'no profile at all'
        Get-Completion 'Get-BdrCustomizationJob -ProfileName x' | Should -Not -Contain default
    }

    It 'complete -ProfileName from -ProfileLocation, which can be a PowerShell path' {
        Set-Content $ownCredentials (@('[role-of-own]') + (Get-KeyLine $keys.base))
        Get-Completion "Get-BdrCustomizationJob -ProfileLocation '$ownCredentials' -ProfileName " | Should -Be role-of-own
        Push-Location $elsewhere
        try {
            Get-Completion 'Get-BdrCustomizationJob -ProfileLocation ./my-credentials -ProfileName r' | Should -Be role-of-own
            Get-Signer @{ ProfileLocation = 'my-credentials'; ProfileName = 'role-of-own' } | Should -Be $keys.base.Id
        }
        finally {
            Pop-Location
        }
    }
}
