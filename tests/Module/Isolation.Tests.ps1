# Use with modules that contain another AWS SDK. Every case starts a new PowerShell, because assemblies are never unloaded.

BeforeDiscovery {
    $sdks = & (Join-Path $PSScriptRoot OtherModule Versions.ps1)
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    Import-Module (Join-Path $root tests LocalIdentity LocalIdentity.psm1)
    $sdks = & (Join-Path $PSScriptRoot OtherModule Versions.ps1)

    $roleAccount = '444455556666'
    $identity = Start-LocalIdentity
    $service = Start-LocalBedrock -Options '--key-issuer', $identity.KeyIssuer
    Set-LocalBedrockEnvironment $service

    $userHome = New-Item -ItemType Directory (Join-Path $TestDrive home)
    $env:AWS_ENDPOINT_URL_STS = $identity.Url
    $env:AWS_ENDPOINT_URL_SSO = $identity.Url
    $env:AWS_CONFIG_FILE = Join-Path $userHome config
    $webToken = Join-Path $userHome web-token
    Set-Content $webToken $identity.Settings.webIdentityToken -NoNewline
    Set-Content $env:AWS_CONFIG_FILE @"
[profile base]
aws_access_key_id = $env:AWS_ACCESS_KEY_ID
aws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY
[profile role]
role_arn = arn:aws:iam::${roleAccount}:role/trainer
source_profile = base
[profile role-by-role]
role_arn = arn:aws:iam::${roleAccount}:role/trainer
source_profile = role
[profile web-identity]
role_arn = arn:aws:iam::${roleAccount}:role/trainer
web_identity_token_file = $webToken
[profile single-sign-on]
sso_session = corp
sso_account_id = $roleAccount
sso_role_name = trainer
[sso-session corp]
sso_region = us-east-1
sso_start_url = https://corp.awsapps.com/start
"@

    $ourVersion = [Diagnostics.FileVersionInfo]::GetVersionInfo((Join-Path (Split-Path $manifest) lib net8.0 AWSSDK.Core.dll)).FileVersion

    # Runs the steps in a new PowerShell while the test continues.
    function Start-IsolatedSession {
        param([Parameter(Mandatory)] [string[]] $Step)

        $quoted = $Step | ForEach-Object { "'$($_.Replace("'", "''"))'" }
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
        $start.RedirectStandardOutput = $true
        $start.StandardOutputEncoding = [Text.Encoding]::UTF8
        foreach ($argument in (Join-Path $PSHOME pwsh.dll), '-NoProfile', '-NonInteractive', '-Command') { $start.ArgumentList.Add($argument) }
        $start.ArgumentList.Add("[Console]::OutputEncoding = [Text.Encoding]::UTF8; & '$(Join-Path $PSScriptRoot IsolatedSession.ps1)' $($quoted -join ', ')")
        [Diagnostics.Process]::Start($start)
    }

    # The results of the steps, and the assemblies that are loaded at the end.
    function Wait-IsolatedSession {
        param([Parameter(Mandatory)] [Diagnostics.Process] $Process)

        $json = $Process.StandardOutput.ReadToEnd()
        $Process.WaitForExit()
        if (-not $json) { throw "The session ended with exit code $($Process.ExitCode)." }
        $results = $json | ConvertFrom-Json
        [pscustomobject]@{ Results = $results; Assemblies = $results[-1].Assemblies }
    }

    function Get-Loaded {
        param($Session, [string] $Context)

        ($Session.Assemblies | Where-Object Context -EQ $Context | ForEach-Object { "$($_.Name) $($_.Version)" } | Sort-Object) -join ', '
    }

    # The accounts of the jobs that BedrockJobs lists.
    function Get-OurStep {
        param([string] $ProfileName, [string] $Module = $manifest)

        "Import-Module '$Module'; (Get-BdrCustomizationJob -First 3 -ProfileName $ProfileName).AccountId"
    }

    function Get-OtherStep {
        param([string] $CoreVersion, [string] $ProfileName)

        "Import-Module '$(Join-Path $TestDrive "other-$CoreVersion" OtherModule.psd1)'; Get-OtherIdentity $ProfileName"
    }

    function New-OtherModule {
        param([string] $CoreVersion, [string] $SecurityTokenVersion)

        $folder = New-Item -ItemType Directory -Force (Join-Path $TestDrive "other-$CoreVersion")
        Copy-Item (Join-Path $PSScriptRoot OtherModule *) $folder
        $packages = Join-Path $root out packages
        Copy-Item (Join-Path $packages AWSSDK.Core $CoreVersion *.dll), (Join-Path $packages AWSSDK.SecurityToken $SecurityTokenVersion *.dll) $folder
    }

    $baseJobs = , '111122223333' * 3
    $roleJobs = , $roleAccount * 3
    $baseCaller = 'arn:aws:iam::111122223333:user/example'
    $roleCaller = "arn:aws:sts::${roleAccount}:assumed-role/trainer/*"
}

AfterAll {
    $env:AWS_ENDPOINT_URL_STS = $env:AWS_ENDPOINT_URL_SSO = $env:AWS_CONFIG_FILE = $null
    Stop-LocalBedrock $service
    Stop-LocalIdentity $identity
}

Describe 'Beside a module with AWSSDK.Core <Core>' -ForEach $sdks {
    BeforeAll {
        New-OtherModule $Core $SecurityToken
        Reset-LocalIdentity $identity
        $ours = (Get-OurStep base), (Get-OurStep role)
        $theirs = (Get-OtherStep $Core base), (Get-OtherStep $Core role)
        $processes = @{ ours = Start-IsolatedSession ($ours + $theirs); theirs = Start-IsolatedSession ($theirs + $ours) }
        $sessions = @{ ours = Wait-IsolatedSession $processes.ours; theirs = Wait-IsolatedSession $processes.theirs }
    }

    Context '<First> first' -ForEach @{ First = 'ours'; Second = 'theirs' }, @{ First = 'theirs'; Second = 'ours' } {
        BeforeAll {
            $session = $sessions.$First
            $result = @{ $First = $session.Results[0, 1]; $Second = $session.Results[2, 3] }
        }

        It 'lists jobs, with a key and with a role' {
            $result.ours.Errors | Should -BeNullOrEmpty
            $result.ours[0].Output | Should -Be $baseJobs
            $result.ours[1].Output | Should -Be $roleJobs
        }

        It 'does not disturb the other module, with a key and with a role' {
            $result.theirs.Errors | Should -BeNullOrEmpty
            $result.theirs[0].Output | Should -Be $baseCaller
            $result.theirs[1].Output | Should -BeLike $roleCaller
        }

        It 'makes each module use the SDK that it came with' {
            Get-Loaded $session Default | Should -BeLike "AWSSDK.Core $Core*, AWSSDK.SecurityToken $SecurityToken*, BedrockJobs *, BedrockJobs.Loader *"
            Get-Loaded $session BedrockJobs | Should -BeLike "*AWSSDK.Core $ourVersion, AWSSDK.SecurityToken *, BedrockJobs.Aws *"
            $session.Assemblies.Context | Sort-Object -Unique | Should -Be BedrockJobs, Default
        }
    }

    It 'makes each module assume its role with its own SDK' {
        $agents = (Get-LocalIdentityRequest $identity | Where-Object Action -EQ AssumeRole).UserAgent
        $agents.Count | Should -Be 4
        @($agents -like "*core#$ourVersion *").Count | Should -Be 2
        @($agents -like "*core#$Core *").Count | Should -Be 2
    }
}

Describe 'A profile that needs another service' {
    BeforeAll {
        New-OtherModule $sdks[0].Core $sdks[0].SecurityToken
        $profiles = @('role-by-role', 'web-identity')
        $profiles += 'single-sign-on'
        $cache = New-Item -ItemType Directory (Join-Path $userHome .aws sso cache)
        $name = [Convert]::ToHexString([Security.Cryptography.SHA1]::HashData([Text.Encoding]::UTF8.GetBytes('corp'))).ToLowerInvariant()
        ConvertTo-Json @{
            accessToken = $identity.Settings.ssoAccessToken
            expiresAt   = [datetime]::UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
            region      = 'us-east-1'
            startUrl    = 'https://corp.awsapps.com/start'
        } | Set-Content (Join-Path $cache "$name.json")

        $steps = @(
            Get-OtherStep $sdks[0].Core role
            "`$env:HOME = '$userHome'"
            $profiles | ForEach-Object { Get-OurStep $_ }
            "(Get-BdrCustomizationJob -PageSize 5 -ProfileName role-by-role).Count; (Get-BdrCustomizationJob -ProfileName role-by-role).Count"
        )
        Reset-LocalIdentity $identity
        $session = Wait-IsolatedSession (Start-IsolatedSession $steps)
    }

    It 'uses our copy, if the copy of another module is loaded' {
        $session.Results.Errors | Should -BeNullOrEmpty
        foreach ($result in $session.Results | Select-Object -Skip 2 -First $profiles.Count) {
            $result.Output | Should -Be $roleJobs
        }

        $actions = (Get-LocalIdentityRequest $identity).Action
        $actions | Should -Contain AssumeRoleWithWebIdentity
        $actions | Should -Contain /federation/credentials
        Get-Loaded $session BedrockJobs | Should -BeLike '*AWSSDK.SSO *'
    }

    It 'assumes a role with the key of the role before, and once for all requests' {
        $session.Results[-1].Output | Should -Be 40, 40
        $ours = Get-LocalIdentityRequest $identity | Where-Object { $_.Action -eq 'AssumeRole' -and $_.UserAgent -like "*core#$ourVersion *" }
        $ours.AccessKeyId | Should -Be $env:AWS_ACCESS_KEY_ID, $ours[0].issued
    }
}

Describe 'Loading' {
    BeforeAll {
        $plain = Start-IsolatedSession @(
            "Import-Module '$manifest'"
            'Get-Help Get-BdrCustomizationJob -Full | Out-Null'
            'Get-Command Get-BdrCustomizationJob -Syntax | Out-Null'
            "(TabExpansion2 'Get-BdrCustomizationJob -Status ' 32).CompletionMatches.Count -gt 0"
            'Get-BdrCustomizationJob -Status Failed -Region us-east-1 -MaxAge 7y'
            '[BedrockJobs.CustomizationJob].FullName'
            Get-OurStep role
            "'Amazon.RegionEndpoint', 'Amazon.Bedrock.AmazonBedrockClient', 'BedrockJobs.Aws.BedrockServiceFactory' | Where-Object { `$_ -as [type] }"
        )

        $staged = Split-Path $manifest
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'Übungsmodule 模块' BedrockJobs)
        Get-ChildItem $staged -File | Copy-Item -Destination $folder
        $moved = Start-IsolatedSession @(
            Get-OurStep base $folder
            "Copy-Item '$(Join-Path $staged lib)' '$folder' -Recurse"
            Get-OurStep base $folder
            "Import-Module '$folder' -Force"
            Get-OurStep base $folder
            'Remove-Module BedrockJobs'
            Get-OurStep role $folder
            Get-OurStep role $manifest
        )

        $list = "Import-Module '$manifest'; (Get-BdrCustomizationJob -First 1 -ProfileName role).AccountId; Remove-Module BedrockJobs"
        $shared = Start-IsolatedSession @(
            "`$global:other = [powershell]::Create(); `$other.AddScript(`"Import-Module '$manifest'`").Invoke()"
            "Import-Module '$manifest'; Remove-Module BedrockJobs"
            "`$other.Commands.Clear(); `$other.AddScript('(Get-BdrCustomizationJob -First 3).AccountId').Invoke(); `$other.Streams.Error"
            "1..8 | ForEach-Object -ThrottleLimit 8 -Parallel { $list }"
        )
        $plain, $moved, $shared = $plain, $moved, $shared | ForEach-Object { Wait-IsolatedSession $_ }
    }

    It 'loads no AWS SDK before the first request' {
        $plain.Results[3].Output | Should -Be True
        $plain.Results[4].Errors | Should -BeLike '*7y*'
        $plain.Results[5].Output | Should -Be BedrockJobs.CustomizationJob
        $plain.Results[5].Assemblies.Name | Sort-Object | Should -Be BedrockJobs, BedrockJobs.Loader
    }

    It 'shows the session no type of the SDK, even after the first request' {
        $plain.Results[6].Output | Should -Be $roleJobs
        $plain.Results[7].Output | Should -BeNullOrEmpty
        Get-Loaded $plain Default | Should -BeLike 'BedrockJobs *, BedrockJobs.Loader *'
    }

    It 'fails with advice if files are missing, which can be followed in the same session' {
        $moved.Results[0].Errors | Should -BeLike '*incomplete*BedrockJobs.Aws.dll*'
        $moved.Results[2].Output | Should -Be $baseJobs
    }

    It 'is not repeated when the module is imported by force, after it was removed, or from another folder' {
        ($moved.Results | Select-Object -Skip 1).Errors | Should -BeNullOrEmpty
        $moved.Results[4].Output | Should -Be $baseJobs
        $moved.Results[6].Output | Should -Be $roleJobs
        $moved.Results[7].Output | Should -Be $roleJobs
        $moved.Assemblies.Name | Should -Be ($moved.Assemblies.Name | Select-Object -Unique)
        $moved.Assemblies.Path | Where-Object { $_ } | Should -BeLike "$folder*"
    }

    It 'serves a runspace whose first request comes after another has removed the module' {
        $shared.Results[2].Errors | Should -BeNullOrEmpty
        $shared.Results[2].Output | Should -Be $baseJobs
    }

    It 'serves runspaces that import the module, list and remove it at the same time' {
        $shared.Results[3].Errors | Should -BeNullOrEmpty
        $shared.Results[3].Output | Should -Be (, $roleAccount * 8)
        @($shared.Assemblies | Where-Object Name -EQ AWSSDK.SecurityToken).Count | Should -Be 1
    }
}
