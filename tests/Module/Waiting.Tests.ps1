# Waiting for jobs to end: the output, the requests, the errors, and the streams. JobWaitTests.cs and JobWaitPropertyTests.cs
# test the polls of many jobs and places, without waiting for real.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    Add-Type -Path (Join-Path $PSScriptRoot WindowHost.cs)
    $service = Start-LocalBedrock -Jobs 0 -Options '--region', 'us-east-1,eu-west-1'
    $list, $get = 'ListModelCustomizationJobs', 'GetModelCustomizationJob'

    # No jobs, no faults, no recorded requests, and the real time.
    function Clear-Service {
        Set-LocalBedrockEnvironment $service
        Clear-LocalBedrockJob $service
        Set-LocalBedrockClock $service @{ now = [datetime]::UtcNow.ToString('o'); speed = 1 }
        Reset-LocalBedrock $service
    }

    function Get-Operation { Get-LocalBedrockRequest $service | ForEach-Object operation }

    # Waits in the background until the first poll, runs an action, and returns the result of the wait.
    function Invoke-WaitWhile {
        param([string] $Script, [scriptblock] $Meanwhile)

        $powershell = New-TestPowerShell $Script
        try {
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $running = $powershell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            Wait-Until { @(Get-LocalBedrockRequest $service).Count -gt 0 } -Because 'there is a poll'
            & $Meanwhile
            $running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue -Because 'the wait ends'
            [pscustomobject]@{
                Output   = @($output)
                Errors   = @($powershell.Streams.Error)
                Warnings = @($powershell.Streams.Warning)
                Verbose  = @($powershell.Streams.Verbose)
            }
        }
        finally {
            $powershell.Dispose()
        }
    }

    function Set-TeamKey {
        param([string] $Path, [string] $Id = $env:AWS_ACCESS_KEY_ID, [string] $Secret = $env:AWS_SECRET_ACCESS_KEY)

        Set-Content $Path "[team]`naws_access_key_id = $Id`naws_secret_access_key = $Secret"
    }

    # Runs a wait in a host whose window has the specified number of lines. Returns the progress that it displays.
    function Get-WaitProgress {
        param([int] $Lines, [string] $Before, [string] $Arguments = '')

        $runspace = $Lines ? [runspacefactory]::CreateRunspace([WindowHost]::new($Lines)) : [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $powershell = [powershell]::Create($runspace)
        $null = $powershell.AddScript("Import-Module '$manifest'; $Before; Get-BdrCustomizationJob -Status InProgress -SortOrder Ascending | Wait-BdrCustomizationJob -PollInterval 1 -Timeout 1.5 -ErrorAction SilentlyContinue $Arguments")
        $null = $powershell.Invoke()
        $powershell.Streams.Progress | Where-Object Activity -NE 'Listing model customization jobs' | Where-Object Activity -NotLike 'Preparing*'
        $runspace.Dispose()
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'writes each job in full in order of ending, with one request for each' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'late'; endsAt = '00:04:00' }
            @{ jobName = 'early'; endsAt = '00:02:00'; endsAs = 'Failed'; failureMessage = 'Training diverged.' }
            @{ jobName = 'between'; endsAt = '00:03:00'; endsAs = 'Stopped' }
        )
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob late, early, between -PollInterval 1' {
            Set-LocalBedrockClock $service @{ advance = '00:03:30' }
            Wait-Until { @(Get-Operation | Where-Object { $_ -eq $get }).Count -eq 2 }
            Set-LocalBedrockClock $service @{ advance = '00:01:00' }
        }
        $jobs = $result.Output
        $jobs | Should -BeOfType BedrockJobs.CustomizationJobDetail
        $jobs.JobName | Should -Be early, between, late
        $jobs.Status | Should -Be Failed, Stopped, Completed
        $jobs[0].FailureMessage | Should -Be 'Training diverged.'
        Get-Operation | Where-Object { $_ -eq $get } | Should -HaveCount 3
        @(Get-Operation)[0] | Should -Be $list
    }

    It 'writes ended jobs at once, without a listing if the object shows that they have ended' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'second'; status = 'Completed'; creationTime = '2026-01-01T00:00:00Z'; endTime = '2026-01-03T00:00:00Z' }
            @{ jobName = 'first'; status = 'Failed'; creationTime = '2026-01-01T00:00:00Z'; endTime = '2026-01-02T00:00:00Z' }
        )
        (Wait-BdrCustomizationJob second, first).JobName | Should -Be first, second
        $listed = Get-BdrCustomizationJob
        Reset-LocalBedrock $service
        ($listed | Wait-BdrCustomizationJob).JobName | Should -Be first, second
        Get-Operation | Should -Be $get, $get
    }

    It 'accepts the jobs of a listing, of several Regions, even after Export-Clixml' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'a'; endsAt = '00:05:00' }
            @{ jobName = 'b'; endsAt = '00:04:00'; region = 'eu-west-1' }
            @{ jobName = 'done'; status = 'Completed' }
        )
        $listed = Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -Status InProgress
        $file = Join-Path $TestDrive jobs.xml
        $listed | Export-Clixml $file
        Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        ($listed | Wait-BdrCustomizationJob).JobName | Should -Be b, a
        (Import-Clixml $file | Wait-BdrCustomizationJob).JobName | Should -Be b, a
        (Wait-BdrCustomizationJob -JobIdentifier $listed).JobName | Should -Be b, a
    }

    It 'uses the profile that a job was listed with' {
        $credentials = Join-Path $TestDrive credentials
        Set-TeamKey $credentials
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $listed = Get-BdrCustomizationJob -ProfileName team -ProfileLocation $credentials
        $env:AWS_ACCESS_KEY_ID = 'AKIANOBODYKNOWSTHISK'
        ($listed | Wait-BdrCustomizationJob -ProfileLocation $credentials).ProfileName | Should -Be team
    }

    It 'returns the first job with -Any, and requests no other' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'runs' }
            @{ jobName = 'second'; endsAt = '00:02:00' }
            @{ jobName = 'first'; endsAt = '00:01:00' }
        )
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob runs, second, first -Any -PollInterval 1' {
            Set-LocalBedrockClock $service @{ advance = '00:10:00' }
        }
        $result.Output.JobName | Should -Be first
        $result.Errors | Should -BeNullOrEmpty
        Get-Operation | Where-Object { $_ -eq $get } | Should -HaveCount 1
    }

    It 'writes a job once if it is specified twice' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $job = Get-BdrCustomizationJob
        @(@($job, 'a', $job.JobArn, $job) | Wait-BdrCustomizationJob).Count | Should -Be 1
    }

    It 'ends at once on Ctrl+C between two polls, has written the ended jobs, and does not stop a job' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'runs' }
        $powershell = New-TestPowerShell 'Wait-BdrCustomizationJob ended, runs'
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $powershell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        Wait-Until { $output.Count -eq 1 }
        Start-Sleep -Milliseconds 300

        $watch = [Diagnostics.Stopwatch]::StartNew()
        $powershell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $powershell.InvocationStateInfo.State | Should -Be Stopped
        $powershell.Streams.Error | Should -BeNullOrEmpty
        Get-Operation | Should -Be $list, $get
        (Get-BdrCustomizationJob -Status InProgress).JobName | Should -Be runs
        $powershell.Commands.Clear()
        $powershell.AddScript('Get-BdrCustomizationJob').Invoke().Count | Should -Be 2
    }

    It 'cancels its request at once on Ctrl+C' {
        Add-LocalBedrockJob $service @{ jobName = 'runs' }
        Add-LocalBedrockFault $service @{ connection = 'stall' }
        $powershell = New-TestPowerShell 'Wait-BdrCustomizationJob runs'
        $null = $powershell.BeginInvoke()
        Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the request has reached the service'
        $powershell.Stop()
        $powershell.InvocationStateInfo.State | Should -Be Stopped
        Wait-Until { @(Get-LocalBedrockRequest $service).aborted -eq $true }
    }

    It 'sends no more requests after Select-Object -First' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'runs' }
        (Wait-BdrCustomizationJob ended, runs -PollInterval 1 | Select-Object -First 1).JobName | Should -Be ended
        $count = @(Get-LocalBedrockRequest $service).Count
        # Longer than the poll interval.
        Start-Sleep -Milliseconds 1500
        @(Get-LocalBedrockRequest $service).Count | Should -Be $count
    }

    It 'is silent by default' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        Wait-BdrCustomizationJob a *>&1 | Should -BeOfType BedrockJobs.CustomizationJobDetail
    }

    It 'writes each change of status and phase with its time with -Verbose' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; validationEndsAt = '00:10:00'; dataProcessingEndsAt = '00:20:00'; endsAt = '00:30:00' }
        $job = Get-BdrCustomizationJob
        Reset-LocalBedrock $service
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob a -PollInterval 1 -Verbose' {
            Set-LocalBedrockClock $service @{ advance = '00:25:00' }
            $count = @(Get-LocalBedrockRequest $service).Count
            Wait-Until { @(Get-LocalBedrockRequest $service).Count -gt $count }
            Set-LocalBedrockClock $service @{ advance = '00:10:00' }
        }
        $times = 20, 30 | ForEach-Object { $job.CreationTime.AddMinutes($_).ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture) }
        $result.Verbose | ForEach-Object Message | Where-Object { $_ -like '*->*' } | Should -Be @(
            "$($times[0]) a in us-east-1: InProgress (validation) -> InProgress (training)"
            "$($times[1]) a in us-east-1: InProgress (training) -> Completed"
        )
    }

    It 'writes every request with -Debug' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $lines = Wait-BdrCustomizationJob a -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object Message
        $lines | Where-Object { $_ -like "$list us-east-1 page 1 from $($service.Url)*: sortBy=CreationTime, sortOrder=Descending, maxResults=1000" } | Should -HaveCount 1
        $lines | Where-Object { $_ -like "$list us-east-1 page 1: 1 items in * ms, request ID *" } | Should -HaveCount 1
    }
}

Describe 'An error of Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'is WaitTimedOut for each job that has not ended, after one more poll' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'a' }, @{ jobName = 'b' }
        $jobs = Wait-BdrCustomizationJob ended, a, b -Timeout 1 -PollInterval 30 -ErrorAction SilentlyContinue -ErrorVariable failures
        $jobs.JobName | Should -Be ended
        $failures.FullyQualifiedErrorId | Should -Be (@('WaitTimedOut,BedrockJobs.Commands.WaitBdrCustomizationJobCommand') * 2)
        $failures.CategoryInfo.Category | Should -Be OperationTimeout, OperationTimeout
        $failures.TargetObject.JobName | Should -Be a, b
        $failures[0].TargetObject | Should -BeOfType BedrockJobs.CustomizationJob
        "$($failures[0])" | Should -BeLike "Waiting for 'a' in us-east-1: the job did not end within the time limit: its status is InProgress*and it has run for *s."
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Timeout*'
        Get-Operation | Where-Object { $_ -eq $list } | Should -HaveCount 2
    }

    It 'comes after one poll with -Timeout 0' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'a' }
        (Wait-BdrCustomizationJob ended, a -Timeout 0 -ErrorAction SilentlyContinue -ErrorVariable failures).JobName | Should -Be ended
        $failures.TargetObject.JobName | Should -Be a
        Get-Operation | Should -Be $list, $get
    }

    It 'says that no status could be read if the service does not respond' {
        Add-LocalBedrockFault $service @{ errorType = 'InternalServerException'; count = $null }
        $env:AWS_MAX_ATTEMPTS = '1'
        Wait-BdrCustomizationJob a -Timeout 0 -WarningAction Ignore -ErrorAction SilentlyContinue -ErrorVariable failures
        $env:AWS_MAX_ATTEMPTS = $null
        $failures.TargetObject | Should -Be a
        "$failures" | Should -BeLike '*its status could not be read.'
    }

    It 'is <Id> at once if a place has never answered: <Reply.body><Reply.status>' -ForEach @(
        @{ Reply = @{ replyWith = 'ok'; body = '<html>Sign in</html>' }; Id = 'MalformedResponse' }
        @{ Reply = @{ status = 511; body = '<html>Sign in</html>'; contentType = 'text/html' }; Id = 'MalformedResponse' }
        @{ Reply = @{ status = 501; body = '' }; Id = 'OperationNotSupported' }
        @{ Reply = @{ errorType = 'UnknownOperationException' }; Id = 'OperationNotSupported' }
        @{ Reply = @{ status = 404; body = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}' }; Id = 'OperationNotSupported' }
        @{ Reply = @{ status = 404; body = '<UnknownOperationException/>'; contentType = 'application/xml' }; Id = 'OperationNotSupported' }
        @{ Reply = @{ connection = 'reset' }; Id = 'ConnectionFailed' }
    ) {
        Add-LocalBedrockJob $service @{ jobName = 'job'; status = 'InProgress' }
        Add-LocalBedrockFault $service ($Reply + @{ count = $null })
        $warnings = Wait-BdrCustomizationJob job -ErrorAction SilentlyContinue -ErrorVariable failure 3>&1
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $warnings | Should -BeNullOrEmpty
    }

    It 'does not come for a status that is not known yet, but one warning, until the job has an end time' {
        Add-LocalBedrockJob $service @{ jobName = 'queued'; status = 'Queued' }, @{ jobName = 'too'; status = 'Queued' }
        $warnings = Wait-BdrCustomizationJob queued, too -PollInterval 1 -Timeout 2 -ErrorAction SilentlyContinue 3>&1
        @($warnings).Message | Should -BeLike 'The job * has the status Queued, *'
        Add-LocalBedrockJob $service @{ jobName = 'expired'; status = 'Expired'; endTime = [datetime]::UtcNow.ToString('o') }
        (Wait-BdrCustomizationJob expired).Status | Should -Be Expired
    }

    It 'is JobNotFound for a job that does not exist' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        (Wait-BdrCustomizationJob a, nowhere -ErrorAction SilentlyContinue -ErrorVariable failures).JobName | Should -Be a
        $failures.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        $failures.TargetObject | Should -Be nowhere
    }

    It 'is one for the jobs of a Region whose service rejects requests, and the other Region continues' {
        Add-LocalBedrockJob $service @{ jobName = 'a' }, @{ jobName = 'b' }, @{ jobName = 'c'; region = 'eu-west-1'; status = 'InProgress' }
        $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1
        Add-LocalBedrockFault $service @{ region = 'us-east-1'; errorType = 'AccessDeniedException'; count = $null }
        $jobs | Wait-BdrCustomizationJob -Timeout 0 -WarningVariable warnings -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike '*,BedrockJobs.Commands.WaitBdrCustomizationJobCommand'
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failures[0].TargetObject | Should -HaveCount 2
        $failures[1].TargetObject.JobName | Should -Be c
        $warnings | Should -BeNullOrEmpty
    }

    It 'does not come for a temporary failure, but one warning' {
        # Three requests for each poll, because the SDK makes three attempts.
        Add-LocalBedrockJob $service @{ jobName = 'a'; endsAt = '00:10:00' }
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob a -PollInterval 1 -Verbose' {
            Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; count = 6 }
            Wait-Until { -not (Get-LocalBedrockFault $service) }
            Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        }
        $result.Output.JobName | Should -Be a
        $result.Errors | Should -BeNullOrEmpty
        $result.Warnings | Should -HaveCount 1
        "$($result.Warnings)" | Should -BeLike "$list in us-east-1: the service received too many requests*The command continues to wait and polls again about every 1s."
        $result.Verbose | Where-Object { "$_" -eq 'us-east-1: requests succeed again.' } | Should -HaveCount 1
    }

    It 'does not come for an expired key if the profile gets another one' {
        $credentials = Join-Path $TestDrive renewed
        Set-TeamKey $credentials
        Add-LocalBedrockJob $service @{ jobName = 'a'; endsAt = '00:10:00' }
        $result = Invoke-WaitWhile "Wait-BdrCustomizationJob a -ProfileName team -ProfileLocation '$credentials' -PollInterval 1" {
            Add-LocalBedrockFault $service @{ accessKeyId = $env:AWS_ACCESS_KEY_ID; errorType = 'ExpiredTokenException'; count = $null }
            Wait-Until { @(Get-LocalBedrockRequest $service | Where-Object status -EQ 403).Count -ge 2 }
            # A key of another account that has a job with the same name. The result shows which key is used.
            Add-LocalBedrockJob $service @{ jobName = 'a'; account = '444455556666'; status = 'Stopped' }
            Set-TeamKey $credentials AKIAI44QH8DHBEXAMPLE je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
            Wait-Until { @(Get-LocalBedrockRequest $service)[-1].accessKeyId -eq 'AKIAI44QH8DHBEXAMPLE' }
        }
        $result.Warnings | Should -HaveCount 1
        "$($result.Warnings[0])" | Should -BeLike '*the credentials have expired*'
        @(Get-LocalBedrockRequest $service)[-1].accessKeyId | Should -Be AKIAI44QH8DHBEXAMPLE
    }

    It 'is CredentialsExpired for an expired key that cannot be renewed' {
        Add-LocalBedrockJob $service @{ jobName = 'a' }
        Add-LocalBedrockFault $service @{ errorType = 'ExpiredTokenException'; count = $null }
        Wait-BdrCustomizationJob a -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        Get-Operation | Should -HaveCount 1
    }
}

Describe 'The progress of Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'is a line for each job with its status, time and phase, until the wait ends' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'trains'; creationTime = [datetime]::UtcNow.AddMinutes(-90).ToString('o'); validationEndsAt = '00:01:00'; dataProcessingEndsAt = '00:02:00'; endsAt = '09:00:00' }
            @{ jobName = 'validates'; creationTime = [datetime]::UtcNow.AddSeconds(-20).ToString('o'); validationEndsAt = '08:00:00'; dataProcessingEndsAt = '09:00:00'; endsAt = '10:00:00' }
        )
        $progress = @(Get-WaitProgress -Lines 30)
        $shown = $progress | Where-Object RecordType -EQ Processing
        $shown | Where-Object { $_.Activity -eq 'Waiting for model customization jobs' -and $_.StatusDescription -eq '0 of 2 have ended' } | Should -Not -BeNullOrEmpty
        $shown | Where-Object { $_.Activity -eq 'trains' -and $_.StatusDescription -eq 'InProgress 1h 30m, training' } | Should -Not -BeNullOrEmpty
        $shown | Where-Object { $_.Activity -eq 'validates' -and $_.StatusDescription -match '^InProgress \d+s, validation$' } | Should -Not -BeNullOrEmpty
        $ids = @($shown.ActivityId | Sort-Object -Unique)
        $ids.Count | Should -Be 3
        $progress | Select-Object -Last 3 | ForEach-Object RecordType | Should -Be Completed, Completed, Completed
        $progress | Select-Object -Last 3 | ForEach-Object ActivityId | Sort-Object | Should -Be $ids
    }

    It 'has <Expected> lines in a window of <Lines> lines' -ForEach @(
        @{ Lines = 10; Expected = 5 }
        @{ Lines = 30; Expected = 10 }
        @{ Lines = 90; Expected = 21 }
    ) {
        Add-LocalBedrockJob $service @(1..20 | ForEach-Object { @{ jobName = "job-$_" } })
        @(Get-WaitProgress -Lines $Lines | ForEach-Object ActivityId | Sort-Object -Unique).Count | Should -Be $Expected
    }

    It 'is not shown <Where>' -ForEach @(
        @{ Where = 'without a window' }
        @{ Where = 'if $ProgressPreference is SilentlyContinue'; With = @{ Lines = 30; Before = '$ProgressPreference = "SilentlyContinue"' } }
        @{ Where = 'with -ProgressAction Ignore'; With = @{ Lines = 30; Arguments = '-ProgressAction Ignore' } }
    ) {
        Add-LocalBedrockJob $service @{ jobName = 'a' }
        $with = $With ?? @{ Lines = 0 }
        Get-WaitProgress @with | Should -BeNullOrEmpty
    }
}
