# The verbose, debug and progress streams of a listing. CredentialSecrecy.Tests.ps1 tests that no secret is in them.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 30

    # Runs a script, and returns the progress of listings.
    function Get-ListingProgress {
        param([string] $Script, [int] $Jobs)

        $powershell = New-TestPowerShell $Script
        $powershell.Invoke().Count | Should -Be $Jobs
        $powershell.Streams.Progress | Where-Object Activity -EQ 'Listing model customization jobs'
        $powershell.Dispose()
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Get-BdrCustomizationJob' {
    BeforeEach {
        Set-LocalBedrockEnvironment $service
        Reset-LocalBedrock $service
    }

    It 'writes only jobs by default' {
        Get-BdrCustomizationJob -PageSize 10 *>&1 | Should -BeOfType BedrockJobs.CustomizationJob
    }

    It 'writes one line for each request with -Verbose' {
        $lines = @(Get-BdrCustomizationJob -PageSize 12 -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] })
        $asked = @(Get-LocalBedrockRequest $service)
        $lines.Count | Should -Be 3
        for ($i = 0; $i -lt 3; $i++) {
            "$($lines[$i])" | Should -Match "^ListModelCustomizationJobs us-east-1 page $($i + 1): $($asked[$i].items) items in [\d,]+ ms, request ID $($asked[$i].requestId)$"
        }
    }

    It 'writes the endpoint and every input with -Debug' {
        $lines = @(Get-BdrCustomizationJob -PageSize 12 -First 20 -NameContains a -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] })
        "$($lines[3])" | Should -BeLike "*ListModelCustomizationJobs us-east-1 page 1 from $($service.Url)*: nameContains=a, sortBy=CreationTime, sortOrder=Descending, maxResults=12"
        "$($lines[4])" | Should -BeLike 'ListModelCustomizationJobs us-east-1 page 1: 12 items in * ms, request ID *' -Because 'as a verbose line it would make PowerShell ask whether to go on'
    }

    It 'writes nothing that controls the terminal, such as a page token or the name of a profile' {
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE "[evil`e[2J]`naws_access_key_id = $env:AWS_ACCESS_KEY_ID`naws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY"
        Add-LocalBedrockFault $service @{ status = 200; body = '{"modelCustomizationJobSummaries":[],"nextToken":"\u001b[2J"}' }
        $lines = Get-BdrCustomizationJob -ProfileName "evil`e[2J" -Verbose -Debug -ErrorAction Continue *>&1
        $text = $lines | ForEach-Object { "$_" } | Out-String
        $text | Should -Match 'nextToken=.\[2J'
        $text | Should -Match 'evil.\[2J'
        $text | Should -Not -Match "`e"
    }

    It 'writes with -Debug where the Region, the credentials, and the endpoint come from' {
        $lines = Get-BdrCustomizationJob -First 1 -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object Message
        $key = $env:AWS_ACCESS_KEY_ID
        $lines[0..2] | Should -Be @(
            'us-east-1: Region us-east-1, from AWS_REGION'
            "us-east-1: endpoint $($service.Url)/, from AWS_ENDPOINT_URL_BEDROCK"
            "us-east-1: credentials $($key.Substring(0, 4))…$($key.Substring($key.Length - 4)), from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"
        )
    }

    It 'writes with -Debug what it found before an error' {
        $env:AWS_SECRET_ACCESS_KEY = $null
        $lines = Get-BdrCustomizationJob -Debug -ErrorAction SilentlyContinue 5>&1 | ForEach-Object Message
        $lines | Should -Be 'us-east-1: Region us-east-1, from AWS_REGION', "us-east-1: endpoint $($service.Url)/, from AWS_ENDPOINT_URL_BEDROCK"
    }

    It 'shows the progress of a long listing, and removes it' {
        Add-LocalBedrockFault $service @{ delay = '00:00:01.5'; count = 2 }
        $progress = @(Get-ListingProgress 'Get-BdrCustomizationJob -PageSize 15' -Jobs 30)
        $progress.Count | Should -BeGreaterThan 1
        $progress[0].StatusDescription | Should -BeLike 'us-east-1: * read, * matching'
        $progress[-2].StatusDescription | Should -BeLike '*15 read*'
        $progress[-1].RecordType | Should -Be Completed
        @($progress | Where-Object RecordType -EQ Completed).Count | Should -Be 1
    }

    It 'shows the progress of many quick pages' {
        Add-LocalBedrockFault $service @{ delay = '00:00:00.1'; count = $null }
        @(Get-ListingProgress 'Get-BdrCustomizationJob -PageSize 1' -Jobs 30).Count | Should -BeGreaterThan 2
    }

    It 'removes the progress if <After> ends the listing' -ForEach @(
        @{ After = 'Select-Object'; Script = 'Get-BdrCustomizationJob -PageSize 15 | Select-Object -First 1'; Jobs = 1 }
        @{ After = 'an error'; Script = 'Get-BdrCustomizationJob -PageSize 15 -ErrorAction SilentlyContinue'; Jobs = 15 }
    ) {
        Add-LocalBedrockFault $service @{ delay = '00:00:01.5' }, @{ errorType = 'AccessDeniedException' }
        $progress = @(Get-ListingProgress $Script -Jobs $Jobs)
        $progress.Count | Should -BeGreaterThan 1
        $progress[-1].RecordType | Should -Be Completed
    }

    It 'removes the progress of <Of> before the rest of the pipeline ends' -ForEach @(
        @{ Of = 'a listing'; Script = 'Get-BdrCustomizationJob -PageSize 15' }
        @{ Of = 'details'; Script = 'Get-BdrCustomizationJob -First 2 | Get-BdrCustomizationJob' }
    ) {
        Add-LocalBedrockFault $service @{ delay = '00:00:01.5'; count = 3 }
        $powershell = New-TestPowerShell "$Script | ForEach-Object { } -End { Write-Progress 'The end' }"
        $null = $powershell.Invoke()
        $progress = @($powershell.Streams.Progress)
        $powershell.Dispose()
        $progress.Count | Should -BeGreaterThan 2
        $progress[-1].Activity | Should -Be 'The end'
        $progress[-2].RecordType | Should -Be Completed
    }

    It 'shows no progress of a quick listing' {
        # The first listing loads the SDK, which can take long.
        $null = Get-BdrCustomizationJob
        Get-ListingProgress 'Get-BdrCustomizationJob' -Jobs 30 | Should -BeNullOrEmpty
    }

    It 'shows no progress with $ProgressPreference = SilentlyContinue' {
        Add-LocalBedrockFault $service @{ delay = '00:00:01.5' }
        Get-ListingProgress '$ProgressPreference = "SilentlyContinue"; Get-BdrCustomizationJob' -Jobs 30 | Should -BeNullOrEmpty
    }
}
