# The order of credentials from several sources, and what carries over from one command to the next.

BeforeDiscovery {
    # From first to last. Each case sets its own source and all later ones.
    $order = '-Credential', '-ProfileName', '$StoredAWSCredentials', 'AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID',
        'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_PROFILE', 'the default profile', 'the container', 'the instance'
    $cases = 0..($order.Count - 1) | ForEach-Object { @{ Source = $order[$_]; Sources = $order[$_..($order.Count - 1)] } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)

    # A key for every source that doesn't issue keys itself.
    foreach ($name in 'credential', 'profile', 'stored', 'environment', 'chosen', 'default') {
        $keys[$name] = @{ Account = '444455556666'; Id = "AKIA$($name.ToUpperInvariant().PadRight(16, '0'))"; Secret = "secret-of-$name" }
    }

    Start-IdentityServices -Key $keys.Values

    # Credentials of another AWS SDK. Each SDK is in a separate load context, because one context can't contain two.
    function New-OtherCredential {
        param([string] $Version, [string] $Type, [string[]] $Part)

        $core = Join-Path $root out packages AWSSDK.Core $Version AWSSDK.Core.dll
        $context = [Runtime.Loader.AssemblyLoadContext]::new("other $Version")
        $otherType = $context.LoadFromAssemblyPath($core).GetType("Amazon.Runtime.$Type", $true)
        [Activator]::CreateInstance($otherType, [object[]] $Part)
    }

    Add-Type -Path (Join-Path $PSScriptRoot StoredCredentials.cs)
    $sdks = & (Join-Path $PSScriptRoot OtherModule Versions.ps1)

    function New-StoredCredential {
        param([hashtable] $Key)

        [Amazon.PowerShell.Common.AWSPSCredentials]::Of((New-OtherCredential $sdks[0].Core BasicAWSCredentials $Key.Id, $Key.Secret))
    }

    function Remove-StoredDefault {
        Remove-Variable StoredAWSCredentials -Scope Global -ErrorAction Ignore
    }

    # A temporary key, as a user would copy it.
    function Get-TemporaryKey {
        Invoke-RestMethod "$($identity.Url)/v2/credentials/1" -Headers @{ Authorization = $identity.Settings.containerToken }
    }
}

AfterAll {
    Remove-StoredDefault
    Stop-IdentityServices
}

Describe 'The order' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[named]`n$(Get-KeyLine $keys.profile)"
        $with = @{}
        $set = @{
            '-Credential'                 = { $with.Credential = New-Credential $keys.credential }
            '-ProfileName'                = { $with.ProfileName = 'named' }
            '$StoredAWSCredentials'       = { $global:StoredAWSCredentials = New-StoredCredential $keys.stored }
            'AWS_BEARER_TOKEN_BEDROCK'    = { $env:AWS_BEARER_TOKEN_BEDROCK = 'bedrock-api-key' }
            'AWS_ACCESS_KEY_ID'           = { Set-EnvironmentKey $keys.environment }
            'AWS_WEB_IDENTITY_TOKEN_FILE' = {
                $env:AWS_WEB_IDENTITY_TOKEN_FILE = New-WebIdentityFile
                $env:AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/trainer'
            }
            'AWS_PROFILE'                 = {
                Add-Content $credentialsFile "[chosen]`n$(Get-KeyLine $keys.chosen)"
                $env:AWS_PROFILE = 'chosen'
            }
            'the default profile'         = { Add-Content $credentialsFile "[default]`n$(Get-KeyLine $keys.default)" }
            'the container'               = { Set-ContainerEnvironment }
            'the instance'                = { Set-InstanceEnvironment }
        }
        $static = @{
            '-Credential'           = 'credential'
            '-ProfileName'          = 'profile'
            '$StoredAWSCredentials' = 'stored'
            'AWS_ACCESS_KEY_ID'     = 'environment'
            'AWS_PROFILE'           = 'chosen'
            'the default profile'   = 'default'
        }
        $handouts = @{
            'AWS_WEB_IDENTITY_TOKEN_FILE' = 'AssumeRoleWithWebIdentity'
            'the container'               = '/v2/credentials/1'
            'the instance'                = '/latest/meta-data/iam/security-credentials/trainer'
        }
    }

    AfterEach {
        Remove-StoredDefault
    }

    It 'has <Source> before all that come later' -TestCases $cases {
        foreach ($name in $Sources) { . $set[$name] }
        if ($Source -eq 'AWS_BEARER_TOKEN_BEDROCK') {
            "$(Get-TheError)" | Should -BeLike '*API key in AWS_BEARER_TOKEN_BEDROCK*'
            Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
        }
        elseif ($handouts[$Source]) {
            $signer = Get-Signer
            $handedOut = @(Get-LocalIdentityRequest $identity | Where-Object handedOut)
            $handedOut.action | Should -Be $handouts[$Source]
            $handedOut.handedOut | Should -Be $signer
        }
        else {
            Get-Signer $with | Should -Be $keys[$static[$Source]].Id
            Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
        }
    }

    It 'fails for half a key in the environment instead of using another identity' {
        Add-Content $credentialsFile "[default]`n$(Get-KeyLine $keys.default)"
        $env:AWS_ACCESS_KEY_ID = $keys.environment.Id
        Get-BdrCustomizationJob -First 1 -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$($failure[0])" | Should -BeLike '*AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.'
    }

    It 'fails for a default profile with half of <what> instead of using another identity' -ForEach @(
        @{ what = 'a key'; lines = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE'; says = 'aws_access_key_id in *config, section `[default`], line 3: aws_secret_access_key is missing' }
        @{ what = 'a role'; lines = 'role_arn = arn:aws:iam::444455556666:role/trainer'; says = 'role_arn in *config, section `[default`], line 3: *source_profile or credential_source' }
    ) {
        Set-Content $configFile "[default]`nregion = eu-west-1`n$lines"
        Set-ContainerEnvironment
        Get-BdrCustomizationJob -First 1 -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$($failure[0])" | Should -BeLike "Profile default: *$says*"
        @(Get-LocalIdentityRequest $identity).Count | Should -Be 0
    }

    It 'passes over a default profile that holds no credentials' {
        Set-Content $configFile "[default]`nregion = eu-west-1"
        $env:AWS_REGION = $null
        Set-ContainerEnvironment
        $signer = Get-Signer
        $signer | Should -Be @(Get-LocalIdentityRequest $identity)[0].handedOut
        @(Get-LocalBedrockRequest $service)[-1].region | Should -Be eu-west-1
    }
}

Describe '-Credential' {
    BeforeEach {
        Reset-Identity
    }

    It 'takes what Get-AWSCredential returns, of AWSSDK.Core <Core>' -TestCases (& (Join-Path $PSScriptRoot OtherModule Versions.ps1)) {
        Get-Signer @{ Credential = New-OtherCredential $Core BasicAWSCredentials $keys.credential.Id, $keys.credential.Secret } | Should -Be $keys.credential.Id

        $key = Get-TemporaryKey
        Get-Signer @{ Credential = New-OtherCredential $Core SessionAWSCredentials $key.AccessKeyId, $key.SecretAccessKey, $key.Token } | Should -Be $key.AccessKeyId
    }

    It 'takes what $StoredAWSCredentials holds' {
        Get-Signer @{ Credential = New-StoredCredential $keys.stored } | Should -Be $keys.stored.Id
    }

    It 'asks for the secret where it is an access key id alone' {
        @(Invoke-Answered $keys.credential.Secret "Get-BdrCustomizationJob -First 1 -ErrorAction Stop -Credential $($keys.credential.Id)").Count | Should -Be 1
        $user.Questions | Should -Be $keys.credential.Id
        @(Get-LocalBedrockRequest $service)[-1].accessKeyId | Should -Be $keys.credential.Id
    }

    It 'is refused before any request where it is <What>' -TestCases @(
        @{ What = 'a user name that is no key id'; Value = { [pscredential]::new('je7MtGbClwBF/2Zp9Utk', (ConvertTo-SecureString x -AsPlainText -Force)) }; Says = 'access key ID' }
        @{ What = 'an empty password'; Value = { [pscredential]::new('AKIAIOSFODNN7EXAMPLE', [securestring]::new()) }; Says = 'no password' }
        @{ What = 'a number'; Value = { 5 }; Says = 'PSCredential' }
        @{ What = 'null'; Value = { $null }; Says = 'null' }
    ) {
        $failure = { Get-BdrCustomizationJob -Credential (& $Value) } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'Parameter*'
        "$failure" | Should -BeLike "*Credential*$Says*"
        ($failure | Format-List * -Force | Out-String -Width 1000) | Should -Not -BeLike '*je7MtGbClwBF*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is needed for -SessionToken, as a PSCredential' {
        $token = @{ SessionToken = ConvertTo-SecureString token -AsPlainText -Force }
        { Get-BdrCustomizationJob @token } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,*'
        { Get-BdrCustomizationJob @token -Credential (New-StoredCredential $keys.stored) } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,*'
    }
}

Describe 'The AWS files' {
    BeforeEach {
        Reset-Identity
        $elsewhere = Join-Path $TestDrive elsewhere
        Remove-Item $elsewhere -Recurse -ErrorAction Ignore
        $null = New-Item -ItemType Directory $elsewhere
        $ownCredentials = Join-Path $elsewhere my-credentials
        $ownConfig = Join-Path $elsewhere config
        Set-Content $credentialsFile "[default]`n$(Get-KeyLine $keys.default)"
        Set-Content $ownCredentials "[default]`n$(Get-KeyLine $keys.base)`n[o'brien & co]`n$(Get-KeyLine $keys.other)"
        Set-Content $ownConfig "[profile role]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nsource_profile = default`n[profile `"o'brien & co`"]"

        function Get-Completion {
            param([string] $Line)

            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText
        }
    }

    It 'are elsewhere where AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE say so, from the next command on' {
        Get-Signer | Should -Be $keys.default.Id
        $env:AWS_SHARED_CREDENTIALS_FILE = $ownCredentials
        Get-Signer | Should -Be $keys.base.Id
        $env:AWS_CONFIG_FILE = $ownConfig
        Get-Signer @{ ProfileName = 'role' } | Should -BeLike 'ASIA*'
        $env:AWS_SHARED_CREDENTIALS_FILE = $null
        Get-Signer | Should -Be $keys.default.Id
    }

    It 'are read from -ProfileLocation, while the location of the config file does not change' {
        Get-Signer @{ ProfileLocation = $ownCredentials } | Should -Be $keys.base.Id
        (Get-TheError @{ ProfileLocation = $ownCredentials; ProfileName = 'role' }).FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        Copy-Item $ownConfig $configFile
        Get-Signer @{ ProfileLocation = $ownCredentials; ProfileName = 'role' } | Should -BeLike 'ASIA*'
        @(Get-LocalIdentityRequest $identity)[0].accessKeyId | Should -Be $keys.base.Id
        Get-Signer | Should -Be $keys.default.Id
    }

    It 'may be given as PowerShell has paths' {
        Push-Location $elsewhere
        try {
            Get-Signer @{ ProfileLocation = 'my-credentials' } | Should -Be $keys.base.Id
        }
        finally {
            Pop-Location
        }

        { Get-BdrCustomizationJob -ProfileLocation (Join-Path $elsewhere nowhere) } | Should -Throw -ErrorId 'ProfileLocationNotFound,*'
    }

    It 'count as they are now: a key that changed, and a profile that AWS_PROFILE names' {
        Get-Signer | Should -Be $keys.default.Id
        Set-Content $credentialsFile "[default]`n$(Get-KeyLine $keys.stored)`n[chosen]`n$(Get-KeyLine $keys.chosen)"
        Get-Signer | Should -Be $keys.stored.Id
        $env:AWS_PROFILE = 'chosen'
        Get-Signer | Should -Be $keys.chosen.Id
        $env:AWS_PROFILE = $null
        Get-Signer | Should -Be $keys.stored.Id
    }

    It 'are not used while a key is set in the environment, and are used again when it is removed' {
        Get-Signer | Should -Be $keys.default.Id
        Set-EnvironmentKey $keys.environment
        Get-Signer | Should -Be $keys.environment.Id
        Set-EnvironmentKey $keys.other
        Get-Signer | Should -Be $keys.other.Id
        $env:AWS_ACCESS_KEY_ID = $null
        Get-Signer | Should -Be $keys.default.Id
    }

    It 'complete -ProfileName, as they are now' {
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default
        $env:AWS_CONFIG_FILE = $ownConfig
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default, "'o''brien & co'", role
        Get-Completion 'Get-BdrCustomizationJob -ProfileName RO' | Should -Be role
        $env:AWS_SHARED_CREDENTIALS_FILE = $ownCredentials
        Get-Completion 'Get-BdrCustomizationJob -ProfileName ' | Should -Be default, "'o''brien & co'", role
        Get-Completion "Get-BdrCustomizationJob -ProfileName 'o" | Should -Be "'o''brien & co'"
        Get-Signer @{ ProfileName = "o'brien & co" } | Should -Be $keys.other.Id
    }

    It 'complete -ProfileName of -ProfileLocation, which may be as PowerShell has paths' {
        Set-Content $ownCredentials "[role-of-own]`n$(Get-KeyLine $keys.base)"
        Get-Completion "Get-BdrCustomizationJob -ProfileLocation '$ownCredentials' -ProfileName " | Should -Be role-of-own
        Push-Location $elsewhere
        try {
            Get-Completion 'Get-BdrCustomizationJob -ProfileLocation ./my-credentials -ProfileName r' | Should -Be role-of-own
        }
        finally {
            Pop-Location
        }
    }

    It 'complete nothing if there are none, or if a line cannot be read' {
        Set-Content $credentialsFile 'no profile at all'
        Get-Completion 'Get-BdrCustomizationJob -ProfileName x' | Should -Not -Contain default
        "$(Get-TheError)" | Should -BeLike "*$credentialsFile, line 1: *"
    }
}
