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
    BeforeEach {
        Reset-LocalBedrock $service
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

    It 'are completed: <Line>' -ForEach @(
        @{ Line = 'Get-BdrCustomizationJob -Status '; Expected = 'Completed', 'Failed', 'InProgress', 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -Status Stop'; Expected = 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -StatusEquals Failed, c'; Expected = , 'Completed' }
        @{ Line = 'Get-BdrCustomizationJob -SortOrder '; Expected = 'Ascending', 'Descending' }
        @{ Line = 'Get-BdrCustomizationJob -SortBy '; Expected = , 'CreationTime' }
    ) {
        Get-Completion $Line | Sort-Object | Should -Be $Expected
    }

    It 'accept no secret as plain text' {
        (Get-Command Get-BdrCustomizationJob).Parameters.Keys | Should -Not -Match 'secret|password|accesskey'
    }
}
