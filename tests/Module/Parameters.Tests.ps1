# Parameters: their combinations, and their completion with the Tab key. HostileValues.Tests.ps1 tests their values.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock
    Set-LocalBedrockEnvironment $service

    function Get-Completion {
        param([string] $Line)
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Parameters of Get-BdrCustomizationJob' {
    BeforeAll {
        $culture = [cultureinfo]::CurrentCulture
    }

    BeforeEach {
        Reset-LocalBedrock $service
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $culture
    }

    It 'are rejected if no time is between -CreatedAfter and -CreatedBefore' -ForEach @(
        @{ After = [datetime] '2026-02-01'; Before = [datetime] '2026-01-01' }
        @{ After = [datetime] '2026-01-01'; Before = [datetime] '2026-01-01' }
    ) {
        { Get-BdrCustomizationJob -CreatedAfter $After -CreatedBefore $Before } |
            Should -Throw -ErrorId 'InvalidTimeRange,BedrockJobs.Commands.GetBdrCustomizationJobCommand'
        "$($Error[0])" | Should -BeLike '*-CreatedAfter (*-CreatedBefore (*'
        $Error[0].CategoryInfo.Category | Should -Be InvalidArgument
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'do not combine -MaxAge with -CreatedAfter or -CreatedBefore' {
        { Get-BdrCustomizationJob -MaxAge 7d -CreatedAfter (Get-Date) } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        { Get-BdrCustomizationJob -MaxAge 7d -CreatedBefore (Get-Date) } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }

    It 'have the same values in a mock' {
        Mock Get-BdrCustomizationJob { "$MaxAge" }
        Get-BdrCustomizationJob -MaxAge 1d | Should -BeExactly 1.00:00:00
        Get-BdrCustomizationJob -MaxAge ([timespan] '01:00') | Should -BeExactly 01:00:00
        Should -Invoke Get-BdrCustomizationJob -Times 1 -Exactly -ParameterFilter { $MaxAge -eq '1d' }

        Mock Wait-BdrCustomizationJob { "$Timeout, $PollInterval" }
        Wait-BdrCustomizationJob train-1 -Timeout 7d -PollInterval 1s | Should -BeExactly '7.00:00:00, 00:00:01'
        Wait-BdrCustomizationJob train-1 -Timeout 90 -PollInterval 1.5 | Should -BeExactly '00:01:30, 00:00:01.5000000'
        { Wait-BdrCustomizationJob train-1 -Timeout soon } | Should -Throw "*'soon' is not a time span*7d*"
        { Wait-BdrCustomizationJob train-1 -Timeout $null } | Should -Throw "*'Timeout'*null*"
    }

    It 'have the same values in a wrapper' {
        foreach ($verb in 'Get', 'Wait') {
            $metadata = [Management.Automation.CommandMetadata]::new((Get-Command "$verb-BdrCustomizationJob"))
            Set-Item "function:$verb-Wrapped" ([Management.Automation.ProxyCommand]::Create($metadata))
        }

        (Get-Wrapped -MaxAge 90d).JobName | Should -Be (Get-BdrCustomizationJob -MaxAge 90d).JobName
        $sent = (Get-LocalBedrockRequest $service).query.creationTimeAfter
        ([datetimeoffset] $sent[1] - [datetimeoffset] $sent[0]).TotalMinutes | Should -BeLessThan 1
        $job = Get-BdrCustomizationJob -Status Completed -First 1 | Wait-Wrapped -PollInterval 1s -Timeout 12h
        $job.Status | Should -BeExactly Completed
    }

    It 'are completed: <Line>' -ForEach @(
        @{ Line = 'Get-BdrCustomizationJob -Status '; Expected = 'Completed', 'Failed', 'InProgress', 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -Status Stop'; Expected = 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -StatusEquals Failed, c'; Expected = , 'Completed' }
        @{ Line = 'Get-BdrCustomizationJob -SortOrder '; Expected = 'Ascending', 'Descending' }
        @{ Line = 'Get-BdrCustomizationJob -SortBy '; Expected = , 'CreationTime' }
    ) {
        Get-Completion $Line | Sort-Object | Should -Be $Expected
    }

    It 'accept a status that AWS adds later, and give a known one the casing of the API' {
        $null = Get-BdrCustomizationJob -Status Expired -ErrorAction SilentlyContinue
        (Get-LocalBedrockRequest $service)[-1].query.statusEquals | Should -BeExactly Expired
        $null = Get-BdrCustomizationJob -Status inprogress
        (Get-LocalBedrockRequest $service)[-1].query.statusEquals | Should -BeExactly InProgress
    }

    It 'refuse a status that is not a word: <_>' -ForEach 'Comp*', '', 'In Progress', "Failed`u{ad}" {
        { Get-BdrCustomizationJob -Status $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'refuse a year without jobs: <Time> in <Culture>' -ForEach @(
        @{ Culture = 'th-TH'; Time = '01/02/2026'; Year = '1483'; Calendar = 'ThaiBuddhistCalendar' }
        @{ Culture = 'fa-IR'; Time = '2026/01/15'; Year = '2647'; Calendar = 'PersianCalendar' }
        @{ Culture = 'en-US'; Time = '01/02/1926'; Year = '1926'; Calendar = 'GregorianCalendar' }
    ) {
        [cultureinfo]::CurrentCulture = $Culture
        { Get-BdrCustomizationJob -CreatedAfter $Time } | Should -Throw "*'$Time' is in the year $Year*$Calendar*2026-01-15*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'accept the form 2026-01-15 with each calendar' -ForEach 'th-TH', 'fa-IR', 'ar-SA' {
        [cultureinfo]::CurrentCulture = $_
        $null = Get-BdrCustomizationJob -CreatedAfter 2026-01-15
        (Get-LocalBedrockRequest $service)[-1].rawQuery | Should -Match 'creationTimeAfter=2026-01-1[456]'
    }

    It 'have defaults of the session that contradict no job: <Name>' -ForEach @(
        @{ Name = '*-Bdr*:Region'; Value = 'eu-west-1' }
        @{ Name = 'Get-BdrCustomizationJob:First'; Value = 3 }
    ) {
        $job = Get-BdrCustomizationJob -First 1
        $PSDefaultParameterValues = @{ $Name = $Value }
        (Get-BdrCustomizationJob -JobIdentifier $job.JobArn).JobName | Should -Be $job.JobName
        ([pscustomobject]@{ JobArn = $job.JobArn } | Get-BdrCustomizationJob).JobName | Should -Be $job.JobName
    }

    It 'name the default of the session that prevents jobs from being piped: <_.Keys>' -ForEach @(
        @{ Status = 'InProgress' }, @{ MaxAge = '90d' }
    ) {
        $job = Get-BdrCustomizationJob -First 1
        $name = @($_.Keys)[0]
        $PSDefaultParameterValues = @{ "*-Bdr*:$name" = $_[$name] }
        (Get-BdrCustomizationJob -JobIdentifier $job.JobArn).JobName | Should -Be $job.JobName
        { $job | Get-BdrCustomizationJob } | Should -Throw "*has a default for -$name,*" -ErrorId DefaultExcludesPipeline*
    }

    It 'accept no secret as plain text' {
        (Get-Command Get-BdrCustomizationJob).Parameters.Keys | Should -Not -Match 'secret|password|accesskey'
    }
}
