# Parameters: their checks before any request, and their completion with the Tab key.

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

    It 'refuses <Command> before any request, naming <Names>' -TestCases @(
        @{ Command = 'Get-BdrCustomizationJob -Status Running'; Names = 'Status', 'Running', 'InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped' }
        @{ Command = 'Get-BdrCustomizationJob -Status Failed, Running'; Names = 'Status', 'Running', 'InProgress' }
        @{ Command = 'Get-BdrCustomizationJob -Status "Fail$([char] 0xAD)ed"'; Names = 'Status', 'ASCII' }
        @{ Command = 'Get-BdrCustomizationJob -Status Stopped, "Failed`0"'; Names = 'Status', 'ASCII' }
        @{ Command = 'Get-BdrCustomizationJob -SortOrder "Ascending$([char] 0x200B)"'; Names = 'SortOrder', 'ASCII' }
        @{ Command = 'Get-BdrCustomizationJob -SortBy "Creation`0Time"'; Names = 'SortBy', 'ASCII' }
        @{ Command = 'Get-BdrCustomizationJob -SortOrder Up'; Names = 'SortOrder', 'Up', 'Descending', 'Ascending' }
        @{ Command = 'Get-BdrCustomizationJob -SortBy Name'; Names = 'SortBy', 'Name', 'CreationTime' }
        @{ Command = 'Get-BdrCustomizationJob -PageSize 0'; Names = 'PageSize', '0', '1' }
        @{ Command = 'Get-BdrCustomizationJob -PageSize 1001'; Names = 'PageSize', '1001', '1000' }
        @{ Command = 'Get-BdrCustomizationJob -NameContains ""'; Names = , 'NameContains' }
        @{ Command = 'Get-BdrCustomizationJob -NameContains train-*'; Names = 'NameContains', 'train-*', '63', '-Name' }
        @{ Command = 'Get-BdrCustomizationJob -NameContains ("a" * 64)'; Names = 'NameContains', ('a' * 64), '63' }
        @{ Command = 'Get-BdrCustomizationJob -NameContains ("-" * 60 + "!")'; Names = 'NameContains', '63' }
        @{ Command = 'Get-BdrCustomizationJob -NextToken "a b"'; Names = 'NextToken', 'a b', '2048' }
        @{ Command = 'Get-BdrCustomizationJob -NextToken ("a" * 2049)'; Names = 'NextToken', '2048' }
        @{ Command = 'Get-BdrCustomizationJob -Name ""'; Names = , 'Name' }
        @{ Command = 'Get-BdrCustomizationJob -Name @("a", "")'; Names = , 'Name' }
        @{ Command = 'Get-BdrCustomizationJob -Name "cl*[a-"'; Names = 'Name', 'cl*[a-', 'wildcard' }
        @{ Command = 'Get-BdrCustomizationJob -Status @()'; Names = , 'Status' }
        @{ Command = 'Get-BdrCustomizationJob -Status $null'; Names = , 'Status' }
        @{ Command = 'Get-BdrCustomizationJob -EndpointUrl "http://127.0.0.1/?a=b"'; Names = 'EndpointUrl', '?a=b' }
        @{ Command = 'Get-BdrCustomizationJob -EndpointUrl "http://127.0.0.1`r`n"'; Names = 'EndpointUrl', 'http://127.0.0.1' }
        @{ Command = 'Get-BdrCustomizationJob -MaxAge "$([char] 0x0667)d"'; Names = 'MaxAge', '7d' }
        @{ Command = 'Get-BdrCustomizationJob -MaxAge soon'; Names = 'MaxAge', 'soon', '90m', '12h', '7d', '2w' }
        @{ Command = 'Get-BdrCustomizationJob -MaxAge 7'; Names = 'MaxAge', "'7'", '7d' }
        @{ Command = 'Get-BdrCustomizationJob -MaxAge ([decimal] 7)'; Names = 'MaxAge', "'7'", '7d' }
        @{ Command = 'Get-BdrCustomizationJob -MaxAge 0d'; Names = 'MaxAge', '0d', 'greater than zero' }
        @{ Command = 'Get-BdrCustomizationJob -Region "us east"'; Names = 'Region', 'us east', 'us-east-1' }
        @{ Command = 'Get-BdrCustomizationJob -Region evil.example/us-east-1'; Names = 'Region', 'evil.example/us-east-1' }
        @{ Command = 'Get-BdrCustomizationJob -Region us-east-1, nowhere'; Names = 'Region', 'nowhere' }
        @{ Command = 'Get-BdrCustomizationJob -ThrottleLimit 0'; Names = 'ThrottleLimit', '0', '1' }
        @{ Command = 'Get-BdrCustomizationJob -EndpointUrl bedrock.local'; Names = 'EndpointUrl', 'bedrock.local', 'https://' }
        @{ Command = 'Get-BdrCustomizationJob -EndpointUrl ftp://bedrock.local'; Names = 'EndpointUrl', 'ftp://bedrock.local', 'https://' }
        @{ Command = 'Get-BdrCustomizationJob -ProfileName ""'; Names = , 'ProfileName' }
    ) {
        { & ([scriptblock]::Create($Command)) } | Should -Throw -ErrorId 'Parameter*,BedrockJobs.Commands.GetBdrCustomizationJobCommand'
        foreach ($name in $Names) { "$($Error[0])" | Should -BeLike "*$([WildcardPattern]::Escape($name))*" }
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'refuses times that leave no room, before any request' -TestCases @(
        @{ After = [datetime] '2026-02-01'; Before = [datetime] '2026-01-01' }
        @{ After = [datetime] '2026-01-01'; Before = [datetime] '2026-01-01' }
    ) {
        { Get-BdrCustomizationJob -CreatedAfter $After -CreatedBefore $Before } |
            Should -Throw -ErrorId 'InvalidTimeRange,BedrockJobs.Commands.GetBdrCustomizationJobCommand'
        "$($Error[0])" | Should -BeLike '*-CreatedAfter (*-CreatedBefore (*'
        $Error[0].CategoryInfo.Category | Should -Be InvalidArgument
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'refuses -MaxAge together with -CreatedAfter or -CreatedBefore' {
        { Get-BdrCustomizationJob -MaxAge 7d -CreatedAfter (Get-Date) } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        { Get-BdrCustomizationJob -MaxAge 7d -CreatedBefore (Get-Date) } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }

    It 'refuses -NextToken together with -MaxAge, whose time the token would not fit' {
        { Get-BdrCustomizationJob -MaxAge 7d -NextToken abc } | Should -Throw -ErrorId 'TokenWithMaxAge,*'
        "$($Error[0])" | Should -BeLike '*-NextToken*-MaxAge*-CreatedAfter*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'refuses -NextToken together with several Regions or profiles' {
        { Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -NextToken abc } | Should -Throw -ErrorId 'TokenWithSeveralTargets,*'
        { Get-BdrCustomizationJob -ProfileName a, b -NextToken abc } | Should -Throw -ErrorId 'TokenWithSeveralTargets,*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'does not repeat a password that stands in -EndpointUrl' {
        { Get-BdrCustomizationJob -EndpointUrl 'https://me:hunter2@bedrock.local' } | Should -Throw -ErrorId 'Parameter*'
        "$($Error[0])" | Should -BeLike '*EndpointUrl*user name or password*'
        "$($Error[0])" | Should -Not -BeLike '*hunter2*'
    }

    It 'sends a status as the API spells it, however it was typed' {
        $null = Get-BdrCustomizationJob -Status INPROGRESS
        (Get-LocalBedrockRequest $service)[0].query.statusEquals | Should -BeExactly InProgress
    }

    It 'completes <Line>' -TestCases @(
        @{ Line = 'Get-BdrCustomizationJob -Status '; Expected = 'Completed', 'Failed', 'InProgress', 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -Status Stop'; Expected = 'Stopped', 'Stopping' }
        @{ Line = 'Get-BdrCustomizationJob -StatusEquals Failed, c'; Expected = , 'Completed' }
        @{ Line = 'Get-BdrCustomizationJob -SortOrder '; Expected = 'Ascending', 'Descending' }
        @{ Line = 'Get-BdrCustomizationJob -SortBy '; Expected = , 'CreationTime' }
    ) {
        Get-Completion $Line | Sort-Object | Should -Be $Expected
    }

    It 'takes no secret as plain text' {
        (Get-Command Get-BdrCustomizationJob).Parameters.Keys | Should -Not -Match 'secret|password|accesskey'
    }
}
