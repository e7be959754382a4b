# The Region of requests and of their signatures.

BeforeDiscovery {
    # In order of precedence. Each source is tested with all later ones.
    $sources = @(
        @{ Source = '-Region'; Region = 'eu-west-1'; Shown = '-Region' }
        @{ Source = '$StoredAWSRegion'; Region = 'eu-west-2'; Shown = '$StoredAWSRegion' }
        @{ Source = 'AWS_REGION'; Region = 'eu-west-3'; Shown = 'AWS_REGION' }
        @{ Source = 'AWS_DEFAULT_REGION'; Region = 'eu-north-1'; Shown = 'AWS_DEFAULT_REGION' }
        @{ Source = '-ProfileName'; Region = 'eu-south-1'; Shown = 'Profile named' }
        @{ Source = 'AWS_PROFILE'; Region = 'eu-south-2'; Shown = 'Profile of-variable' }
        @{ Source = 'the default profile'; Region = 'us-west-1'; Shown = 'Profile default' }
        @{ Source = 'the instance'; Region = 'us-west-2'; Shown = 'the instance metadata service at *' }
    )
    $cases = foreach ($index in 0..($sources.Count - 1)) { $sources[$index] + @{ Later = $sources[($index + 1)..$sources.Count] } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $newRegions = 'us-east-9', 'eusc-de-east-1', 'us-isof-south-1', 'cn-north-1'
    $regions = $newRegions + 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'us-west-1', 'us-west-2', 'us-east-2', 'sa-east-1'
    $service = Start-LocalBedrock -Jobs 3 -Options '--region', ($regions -join ',')
    $identity = Start-LocalIdentity -Setting @{ region = 'us-west-2' }

    # Sets a Region in the specified source. Returns the parameters for the command.
    function Set-RegionSource {
        param([string] $Source, [string] $Region)

        switch ($Source) {
            '-Region' { @{ Region = $Region } }
            '$StoredAWSRegion' { $global:StoredAWSRegion = $Region }
            { $_ -in 'AWS_REGION', 'AWS_DEFAULT_REGION' } { Set-Item "env:$Source" $Region }
            '-ProfileName' { Add-Profile 'profile named' $Region; @{ ProfileName = 'named' } }
            'AWS_PROFILE' { Add-Profile 'profile of-variable' $Region; $env:AWS_PROFILE = 'of-variable' }
            'the default profile' { Add-Profile default $Region }
            'the instance' { $env:AWS_EC2_METADATA_DISABLED = $null; $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = $identity.Url }
        }
    }

    function Add-Profile {
        param([string] $Section, [string] $Region)

        Add-Content $configFile (@("[$Section]", "region = $Region") + $keyLines)
    }

    # The Regions of the requests since the log was cleared.
    function Get-AskedRegion {
        @(Get-LocalBedrockRequest $service).region
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'The Region' {
    BeforeEach {
        Reset-Connection @{ AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Reset-LocalBedrock $service
    }

    AfterEach {
        Remove-Variable StoredAWSRegion -Scope Global -ErrorAction Ignore
    }

    It 'is that of <Source>, whatever the later sources specify' -ForEach $cases {
        $parameters = @{}
        foreach ($one in @(@{ Source = $Source; Region = $Region }) + $Later) {
            foreach ($given in Set-RegionSource $one.Source $one.Region) { $parameters += $given }
        }

        $debug = Get-BdrCustomizationJob @parameters -Debug 5>&1 -ErrorAction Stop | Where-Object { $_ -is [Management.Automation.DebugRecord] }
        Get-AskedRegion | Should -Be $Region
        "$($debug[0])" | Should -BeLike "*: Region $Region, from $Shown"
    }

    It 'follows a change within the session at once' {
        $steps = @(
            { $env:AWS_REGION = 'eu-west-1' }
            { $env:AWS_REGION = 'eu-west-2' }
            { $env:AWS_REGION = $null; $env:AWS_DEFAULT_REGION = 'eu-west-3' }
            { [Environment]::SetEnvironmentVariable('AWS_REGION', ''); $global:StoredAWSRegion = '' }
            { $env:AWS_DEFAULT_REGION = $null; Set-Content $configFile "[default]`nregion = us-east-2" }
            { Set-Content $configFile "[default]`nregion = us-west-1`n[profile other]`nregion = us-west-2" }
            { $env:AWS_PROFILE = 'other' }
            { $env:AWS_PROFILE = $null; Move-Item $configFile "$configFile-moved"; $env:AWS_CONFIG_FILE = "$configFile-moved" }
            { $global:StoredAWSRegion = 'sa-east-1' }
        )
        foreach ($step in $steps) {
            . $step
            Get-BdrCustomizationJob -ErrorAction Stop
        }

        Get-AskedRegion | Should -Be eu-west-1, eu-west-2, eu-west-3, eu-west-3, us-east-2, us-west-1, us-west-2, us-west-1, sa-east-1
    }

    It 'of the environment takes precedence over that of the profile for the Security Token Service, too' {
        Set-Content $configFile (@("[profile role]`nrole_arn = $role`nsource_profile = base`nregion = us-east-1`n[profile base]") + (Get-KeyLine $keys.base))
        $env:AWS_ENDPOINT_URL_STS = $null
        $env:HTTPS_PROXY = $identity.ProxyUrl
        foreach ($name in 'AWS_REGION', 'AWS_DEFAULT_REGION') {
            $env:AWS_REGION = $null
            Set-Item env:$name us-east-2
            $null = Get-TheError @{ ProfileName = 'role' }
        }

        Get-LocalIdentityProxyRequest $identity | ForEach-Object target | Sort-Object -Unique | Should -Be sts.us-east-2.amazonaws.com:443
    }

    It 'is reported as not found, soon and with all sources, if the metadata service <What>' -ForEach @(
        @{ What = 'does not respond'; Setting = @{ delay = '00:00:20' } }
        @{ What = 'does not know it'; Setting = @{ failures = @{ '/latest/meta-data/placement/region' = @{ status = 404 }; '/latest/dynamic/instance-identity/document' = @{ status = 404 } } } }
        @{ What = 'does not exist'; Url = 'http://127.0.0.1:9' }
        @{ What = 'is disabled'; Forbidden = $true }
    ) {
        if (-not $Forbidden) { $env:AWS_EC2_METADATA_DISABLED = $null }
        $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = $Url ? $Url : $identity.Url
        $env:AWS_PROFILE = 'without'
        Set-Content $configFile '[profile without]'
        Reset-LocalIdentity $identity
        if ($Setting) { Set-LocalIdentitySetting $identity $Setting }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $failure = Get-TheError
        $watch.Stop()
        $failure.FullyQualifiedErrorId | Should -BeLike 'RegionNotFound,*'
        $failure.CategoryInfo.Category | Should -Be InvalidArgument
        $last = $Forbidden ? '*metadata*AWS_EC2_METADATA_DISABLED*' : "*metadata*$($env:AWS_EC2_METADATA_SERVICE_ENDPOINT)*"
        "$failure" | Should -BeLike "*searched in this order: -Region; `$StoredAWSRegion; AWS_REGION; AWS_DEFAULT_REGION; *'without'*$userHome*credentials*$userHome*config$last"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Region*AWS_REGION*profile*'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'can be one that the SDK does not know' {
        $jobs = Get-BdrCustomizationJob -Region $newRegions -ErrorAction Stop
        $jobs.Region | Sort-Object -Unique | Should -Be ($newRegions | Sort-Object)
        Get-AskedRegion | Sort-Object | Should -Be ($newRegions | Sort-Object)
    }
}

Describe 'An invalid Region' {
    BeforeEach {
        Reset-Connection @{ AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Reset-LocalBedrock $service
    }

    AfterEach {
        Remove-Variable StoredAWSRegion -Scope Global -ErrorAction Ignore
    }

    # Also the second time, when the SDK knows the name.
    It 'of -Region is rejected with similar names, before any request' {
        foreach ($time in 1, 2) {
            $failure = { Get-BdrCustomizationJob -Region us-east-1, us-gov-wset-1 } | Should -Throw -PassThru
            $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
            "$failure" | Should -BeLike "*'Region'*'us-gov-wset-1' is not the name of an AWS Region*Did you mean us-gov-west-1*"
        }

        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'of <Source> is rejected with its source and similar names, before any request' -ForEach @(
        @{ Source = '$StoredAWSRegion'; From = '$StoredAWSRegion' }
        @{ Source = 'AWS_REGION'; From = 'AWS_REGION' }
        @{ Source = 'AWS_DEFAULT_REGION'; From = 'AWS_DEFAULT_REGION' }
        @{ Source = '-ProfileName'; From = 'Profile named' }
        @{ Source = 'AWS_PROFILE'; From = 'Profile of-variable' }
        @{ Source = 'the default profile'; From = 'Profile default' }
    ) {
        # In a case-insensitive pattern, the Kelvin sign equals k.
        foreach ($region in 'us-esat-1', 'us-esat-1', "u$([char] 0x212A)-east-1") {
            Remove-Item $configFile -ErrorAction Ignore
            $parameters = @{}
            foreach ($given in Set-RegionSource $Source $region) { $parameters += $given }
            $failure = Get-TheError $parameters
            $failure.FullyQualifiedErrorId | Should -BeLike 'RegionNotFound,*'
            "$failure" | Should -BeLike "*Region from ${From}: *'$region'*Did you mean us-east-1*"
            if ($From -like 'Profile *') { "$failure" | Should -BeLike '*region in *, section ?*?, line *: *' }
        }

        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }
}

Describe 'Completion of -Region' {
    BeforeAll {
        function Get-Completion {
            param([string] $Typed)

            $line = "Get-BdrCustomizationJob -Region $Typed"
            (TabExpansion2 $line $line.Length).CompletionMatches
        }
    }

    It 'offers the Regions that begin as typed, with their long names as tooltips' {
        $found = Get-Completion us-east-
        $found.CompletionText | Should -Be us-east-1, us-east-2
        $found[0].ToolTip | Should -Be 'us-east-1  US East (N. Virginia)'
    }

    It 'finds a Region by its location' {
        (Get-Completion frankf).CompletionText | Should -Be eu-central-1
        (Get-Completion "'US-GOV-W").CompletionText | Should -Be us-gov-west-1
    }

    It 'offers all Regions if nothing is typed, and continues after a comma' {
        $all = (Get-Completion '').CompletionText
        $all.Count | Should -BeGreaterThan 30
        $all | Should -Contain cn-north-1
        $all | Should -Be ($all | Sort-Object)
        (Get-Completion 'us-east-1, ca-w').CompletionText | Should -Be ca-west-1
    }

    It 'offers nothing for a name that is not a Region, even after it was looked up' {
        Reset-Connection @{ AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Get-BdrCustomizationJob -Region xx-north-1 -ErrorAction SilentlyContinue
        Get-Completion xx | Should -BeNullOrEmpty
    }
}
