# Completion of job names with the Tab key.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices -Jobs 0 -Key $keys.base, $keys.other -Setting @{
        roles = @{ 'arn:aws:iam::444455556666:role/guarded' = @{ mfaSerial = 'arn:aws:iam::111122223333:mfa/me'; mfaCode = '246810' } }
    }

    function Get-Completion {
        param([string] $Line)
        [Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches |
            Where-Object ResultType -EQ ParameterValue
    }

    # A name is offered within a second or at a later Tab, because the first completion loads the SDK.
    function Wait-Completion {
        param([string] $Line)
        Wait-Until { $script:offered = Get-Completion $Line; $offered } -Because "completion of $Line"
        $offered
    }

    function Add-Job {
        param([string] $Name, [timespan] $Age = '01:00:00', [string] $Status = 'InProgress', [hashtable] $Further = @{})
        Add-LocalBedrockJob $service (@{ jobName = $Name; status = $Status; creationTime = Get-IsoTime (-$Age) } + $Further)
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'Completion of a job''s name' {
    BeforeEach {
        Reset-Identity
        Clear-LocalBedrockJob $service
        Set-EnvironmentKey $keys.base
        # Names are kept for a minute, for each environment. Each test has another one, so it gets no names of another test.
        $env:AWS_TEST_RUN = [guid]::NewGuid()
    }

    It 'offers the newest jobs first, with status and age as tooltip' {
        Add-Job older-1 -Age '2.04:30:00' -Status Failed
        Add-Job newer-1 -Age '03:12:40'
        $names = Wait-Completion 'Get-BdrCustomizationJob -Name '
        $names.CompletionText | Should -Be newer-1, older-1
        $names.ListItemText | Should -Be newer-1, older-1
        $names.ToolTip | Should -Be 'InProgress, created 3h 12m ago', 'Failed, created 2d 4h ago'
    }

    It 'is that of -JobIdentifier of every command too' {
        Add-Job train-1
        $commands = Get-Command -Module BedrockJobs | Where-Object { $_.Parameters.ContainsKey('JobIdentifier') }
        $commands | Should -Not -BeNullOrEmpty
        foreach ($command in $commands) {
            (Wait-Completion "$($command.Name) -JobIdentifier x, TR").CompletionText | Should -Be train-1
        }

        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }

    It 'asks once for all that is typed within a minute' {
        Add-Job train-1
        Add-Job Test-2
        (Wait-Completion 'Get-BdrCustomizationJob -Name ').Count | Should -Be 2
        (Get-Completion 'Get-BdrCustomizationJob -Name t').Count | Should -Be 2
        (Get-Completion 'Get-BdrCustomizationJob TE').CompletionText | Should -Be Test-2
        (Get-Completion 'Get-BdrCustomizationJob -JobName x, TR').CompletionText | Should -Be train-1
        (Get-Completion "Get-BdrCustomizationJob -Name 'tr").CompletionText | Should -Be train-1
        $request = Get-LocalBedrockRequest $service
        @($request).Count | Should -Be 1
        $request.query.maxResults | Should -Be 100
        $request.query.sortOrder | Should -Be Descending
    }

    It 'takes what is typed as a wildcard pattern where it is one, and else to the letter' {
        Add-Job nova-ft-0001
        Add-Job titan-ft-0002 -Age '02:00:00'
        (Wait-Completion 'Get-BdrCustomizationJob -Name *ft').CompletionText | Should -Be nova-ft-0001, titan-ft-0002
        (Get-Completion 'Get-BdrCustomizationJob -Name *0002').CompletionText | Should -Be titan-ft-0002
        Get-Completion 'Get-BdrCustomizationJob -Name "[n"' | Should -BeNullOrEmpty
        Get-Completion 'Get-BdrCustomizationJob -Name ova' | Should -BeNullOrEmpty
    }

    It 'quotes a name that would be read as something else' {
        Add-Job 1e3
        Add-Job 'o''brien $(calc)'
        Add-Job a.b+c-d
        (Wait-Completion 'Get-BdrCustomizationJob -Name ').CompletionText | Sort-Object |
            Should -Be "'1e3'", "'o''brien `$(calc)'", a.b+c-d
    }

    It 'offers no name that would drive the terminal, and no such status' {
        Add-Job "evil`e[2J"
        Add-Job "evil`nRemove-Item"
        Add-Job good-1 -Status "Do`e[5mne"
        $names = Wait-Completion 'Get-BdrCustomizationJob -Name '
        $names.CompletionText | Should -Be good-1
        $names.ToolTip | Should -BeLike "Do$([char] 0x241B)*"
    }

    It 'uses the Region and identity on the command line' {
        Set-Content $credentialsFile "[theirs]`n$(Get-KeyLine $keys.other)"
        Set-Content (Join-Path $userHome mine) "[theirs]`n$(Get-KeyLine $keys.base)"
        Add-Job ours-east
        Add-Job ours-west -Further @{ region = 'eu-west-1' }
        Add-Job theirs-west -Further @{ region = 'eu-west-1'; account = '444455556666' }
        (Wait-Completion 'Get-BdrCustomizationJob -Name ').CompletionText | Should -Be ours-east
        (Wait-Completion 'Get-BdrCustomizationJob -Region eu-west-1 -Name ').CompletionText | Should -Be ours-west
        (Wait-Completion 'Get-BdrCustomizationJob -RegionToCall EU-WEST-1, us-east-1 -ProfileName theirs -Name ').CompletionText | Should -Be theirs-west
        $global:given = New-Credential $keys.other
        Push-Location $userHome
        try {
            (Wait-Completion 'Get-BdrCustomizationJob -ProfileName theirs -ProfileLocation ./mine -Name ').CompletionText | Should -Be ours-east
            (Wait-Completion 'Get-BdrCustomizationJob -Credential $given -Region eu-west-1 -Name ').CompletionText | Should -Be theirs-west
        }
        finally {
            Pop-Location
            Remove-Variable given -Scope Global
        }
    }

    It 'uses $PSDefaultParameterValues' {
        Set-Content $credentialsFile "[theirs]`n$(Get-KeyLine $keys.other)"
        Add-Job ours
        Add-Job theirs -Further @{ account = '444455556666' }
        $global:PSDefaultParameterValues['Get-Bdr*:AWSProfileName'] = 'theirs'
        try {
            (Wait-Completion 'Get-BdrCustomizationJob -Name ').CompletionText | Should -Be theirs
            $global:PSDefaultParameterValues['Get-Bdr*:AWSProfileName'] = { 'theirs' }
            Get-Completion 'Get-BdrCustomizationJob -Name ' | Should -BeNullOrEmpty
            $global:PSDefaultParameterValues['Disabled'] = $true
            (Wait-Completion 'Get-BdrCustomizationJob -Name ').CompletionText | Should -Be ours
        }
        finally {
            $global:PSDefaultParameterValues.Clear()
        }
    }

    It 'sends no request if the identity is known only at run time, or if the command would fail: <_>' -ForEach @(
        'Get-BdrCustomizationJob -Region (Get-Region) -Name '
        'Get-BdrCustomizationJob -ProfileName $(whoami) -Name '
        'Get-BdrCustomizationJob -Credential (Get-Credential) -Name '
        'Get-BdrCustomizationJob -Credential $notThere -Name '
        'Get-BdrCustomizationJob -SessionToken $token -Name '
        'Get-BdrCustomizationJob @connection -Name '
        'Get-BdrCustomizationJob -Region evil.example/us-east-1 -Name '
        'Get-BdrCustomizationJob -EndpointUrl ftp://127.0.0.1 -Name '
    ) {
        Add-Job train-1
        $null = Wait-Completion 'Get-BdrCustomizationJob -Name '
        Reset-LocalBedrock $service
        $token = ConvertTo-SecureString token -AsPlainText -Force
        $Error.Clear()
        Get-Completion $_ | Should -BeNullOrEmpty
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        $Error | Should -BeNullOrEmpty
    }

    It 'offers nothing where $PSDefaultParameterValues gives the command another identity or place than the listing' {
        Add-Job train-1
        $null = Wait-Completion 'Stop-BdrCustomizationJob -JobIdentifier '
        Reset-LocalBedrock $service
        foreach ($default in 'Stop-Bdr*:ProfileName', 'Get-BdrCustomizationJob:RegionToCall') {
            $global:PSDefaultParameterValues[$default] = 'eu-west-1'
            try {
                Get-Completion 'Stop-BdrCustomizationJob -JobIdentifier ' | Should -BeNullOrEmpty
            }
            finally {
                $global:PSDefaultParameterValues.Clear()
            }
        }

        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        $global:PSDefaultParameterValues['Stop-Bdr*:Confirm'] = $false
        try {
            (Get-Completion 'Stop-BdrCustomizationJob -JobIdentifier ').CompletionText | Should -Be train-1
        }
        finally {
            $global:PSDefaultParameterValues.Clear()
        }
    }

    It 'writes nothing, whatever the preferences' {
        Add-Job train-1
        $line = 'Get-BdrCustomizationJob -Name '
        $powershell = New-TestPowerShell "`$VerbosePreference = `$DebugPreference = `$InformationPreference = 'Continue'; [Management.Automation.CommandCompletion]::CompleteInput('$line', $($line.Length), `$null).CompletionMatches.CompletionText"
        try {
            Wait-Until { $powershell.Invoke() -eq 'train-1' } -Because 'completion'
            foreach ($stream in 'Error', 'Warning', 'Verbose', 'Debug', 'Information') { $powershell.Streams.$stream | Should -BeNullOrEmpty }
        }
        finally {
            $powershell.Dispose()
        }
    }

    It 'uses the command with the prefix that it was imported with' {
        Add-Job train-1
        $line = 'Stop-MyBdrCustomizationJob -JobIdentifier '
        $script = "Import-Module '$manifest' -Prefix My; foreach (`$i in 1..20) { [Management.Automation.CommandCompletion]::CompleteInput('$line', $($line.Length), `$null).CompletionMatches.CompletionText }"
        Invoke-NewPowerShell $script | Should -Contain train-1
    }

    It 'is silent where nothing answers, and where the service refuses, which it asks once' {
        Add-Job train-1
        $Error.Clear()
        Get-Completion 'Get-BdrCustomizationJob -EndpointUrl http://127.0.0.1:1 -Name ' | Should -BeNullOrEmpty
        Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; message = 'slowly' }
        Get-Completion 'Get-BdrCustomizationJob -Name ' | Should -BeNullOrEmpty
        Wait-Until { @(Get-LocalBedrockRequest $service).Count -gt 0 }
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
        (Wait-Completion 'Get-BdrCustomizationJob -Name ').CompletionText | Should -Be train-1 -Because 'a failure is not kept'
        $Error | Should -BeNullOrEmpty
    }

    It 'does not wait for a slow service' {
        Add-Job train-1
        $null = Wait-Completion 'Get-BdrCustomizationJob -Name '
        Reset-LocalBedrock $service
        $env:AWS_TEST_RUN = [guid]::NewGuid()
        Add-LocalBedrockFault $service @{ connection = 'stall' }
        $Error.Clear()
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-Completion 'Get-BdrCustomizationJob -Name ' | Should -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        Wait-Until { (Get-LocalBedrockRequest $service).aborted } -Because 'the request ends with the completion'
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
        $Error | Should -BeNullOrEmpty
    }

    It 'never asks for the code of an MFA device, and writes nothing' {
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
        Set-Content $configFile "[profile guarded]`nrole_arn = arn:aws:iam::444455556666:role/guarded`nsource_profile = base`nmfa_serial = arn:aws:iam::111122223333:mfa/me"
        Add-Job theirs -Further @{ account = '444455556666' }
        $line = 'Get-BdrCustomizationJob -ProfileName guarded -Name '
        $script = "`$m = [Management.Automation.CommandCompletion]::CompleteInput('$line', $($line.Length), `$null).CompletionMatches; `$m.ResultType -notcontains 'ParameterValue'"
        Invoke-Answered -Answer '246810' -Script $script | Should -BeTrue
        $user.Questions | Should -BeNullOrEmpty
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        # The key of a command that can prompt is also used for completion.
        (Invoke-Answered -Answer '246810' -Script "`$null = Get-BdrCustomizationJob -ProfileName guarded; foreach (`$i in 1..20) { $script }") |
            Should -Contain $false
        $user.Questions.Count | Should -Be 1
    }

    It 'works in ConstrainedLanguage' {
        Add-Job train-1
        $null = Wait-Completion 'Get-BdrCustomizationJob -Name '
        $line = 'Get-BdrCustomizationJob -Name '
        $powershell = New-TestPowerShell "[Management.Automation.CommandCompletion]"
        try {
            $powershell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
            $powershell.Commands.Clear()
            [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null, $powershell).CompletionMatches.CompletionText | Should -Be train-1
        }
        finally {
            $powershell.Dispose()
        }
    }
}
