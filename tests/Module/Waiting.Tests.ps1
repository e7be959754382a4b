# Waiting for jobs to end: the output, its timing, and the requests.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $regions = 'us-east-1', 'eu-west-1', 'us-west-2'
    $service = Start-LocalBedrock -Jobs 0 -Options '--region', ($regions -join ',')
    Set-LocalBedrockEnvironment $service
    $list, $get = 'ListModelCustomizationJobs', 'GetModelCustomizationJob'

    # No jobs, no faults, no recorded requests, and the real time.
    function Clear-Service {
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
            $running.AsyncWaitHandle.WaitOne(60000) | Should -BeTrue -Because 'the wait ends'
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
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'writes each job in full as it ends, in order of ending' {
        Set-LocalBedrockClock $service @{ speed = 60 }
        Add-LocalBedrockJob $service @(
            @{ jobName = 'late'; endsAt = '00:04:00' }
            @{ jobName = 'early'; endsAt = '00:02:00'; endsAs = 'Failed'; failureMessage = 'Training diverged.' }
            @{ jobName = 'between'; endsAt = '00:03:00'; endsAs = 'Stopped' }
        )
        $jobs = Wait-BdrCustomizationJob late, early, between -PollInterval 1
        $jobs | Should -BeOfType BedrockJobs.CustomizationJobDetail
        $jobs.JobName | Should -Be early, between, late
        $jobs.Status | Should -Be Failed, Stopped, Completed
        $jobs[0].FailureMessage | Should -Be 'Training diverged.'
        Get-Operation | Where-Object { $_ -eq $get } | Should -HaveCount 3
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

    It 'takes the jobs of a listing, of several Regions, also after Export-Clixml' {
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

    It 'binds to what Get-BdrCustomizationJob writes in the same pipeline' {
        Set-LocalBedrockClock $service @{ speed = 60 }
        Add-LocalBedrockJob $service @{ jobName = 'a'; endsAt = '00:01:30' }, @{ jobName = 'b'; status = 'Failed' }
        $jobs = Get-BdrCustomizationJob -Status InProgress | Wait-BdrCustomizationJob -PollInterval 1
        $jobs.JobName | Should -Be a
        $jobs.Status | Should -Be Completed
    }

    It 'uses the profile that a job was listed with' {
        $credentials = Join-Path $TestDrive credentials
        Set-Content $credentials "[team]`naws_access_key_id = $env:AWS_ACCESS_KEY_ID`naws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY"
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $listed = Get-BdrCustomizationJob -ProfileName team -ProfileLocation $credentials
        $key = $env:AWS_ACCESS_KEY_ID
        $env:AWS_ACCESS_KEY_ID = 'AKIANOBODYKNOWSTHISK'
        try {
            $jobs = $listed | Wait-BdrCustomizationJob -ProfileLocation $credentials
        }
        finally {
            $env:AWS_ACCESS_KEY_ID = $key
        }

        $jobs.ProfileName | Should -Be team
    }

    It 'returns at the first with -Any, and asks for no other' {
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

    It 'reports a job that is given twice once' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $job = Get-BdrCustomizationJob
        @(@($job, 'a', $job.JobArn, $job) | Wait-BdrCustomizationJob).Count | Should -Be 1
    }

    It 'ends at once on Ctrl+C between two polls, and has written what had ended; no job is touched' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'runs' }
        $powershell = New-TestPowerShell 'Wait-BdrCustomizationJob ended, runs'
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $powershell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        Wait-Until { $output.Count -eq 1 }
        Start-Sleep -Milliseconds 500

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

    It 'ends a request in flight at once, on Ctrl+C' {
        Add-LocalBedrockJob $service @{ jobName = 'runs' }
        Add-LocalBedrockFault $service @{ connection = 'stall' }
        $powershell = New-TestPowerShell 'Wait-BdrCustomizationJob runs'
        $null = $powershell.BeginInvoke()
        Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the request has reached the service'
        $powershell.Stop()
        $powershell.InvocationStateInfo.State | Should -Be Stopped
        Wait-Until { @(Get-LocalBedrockRequest $service).aborted -eq $true }
    }

    It 'leaves nothing running after Select-Object -First' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'runs' }
        (Wait-BdrCustomizationJob ended, runs -PollInterval 1 | Select-Object -First 1).JobName | Should -Be ended
        $count = @(Get-LocalBedrockRequest $service).Count
        Start-Sleep -Milliseconds 2500
        @(Get-LocalBedrockRequest $service).Count | Should -Be $count
    }
}

Describe 'The requests of Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'are one listing for each Region and poll, and one Get for each job that ends' {
        Add-LocalBedrockJob $service @(
            foreach ($region in $regions) { foreach ($i in 1..20) { @{ jobName = "job-$i"; region = $region; endsAt = $i -le 10 ? '00:30:00' : '02:00:00' } } }
        )
        $jobs = Get-BdrCustomizationJob -Region $regions
        Reset-LocalBedrock $service
        $script = "Get-BdrCustomizationJob -Region $($regions -join ',') | Wait-BdrCustomizationJob -PollInterval 1"
        $result = Invoke-WaitWhile $script {
            Wait-Until { @(Get-Operation).Count -ge 9 } -Because 'there are two polls after the listing'
            Get-Operation | Select-Object -Unique | Should -Be $list
            Set-LocalBedrockClock $service @{ advance = '01:00:00' }
            Wait-Until { @(Get-Operation | Where-Object { $_ -eq $get }).Count -eq 30 }
            Set-LocalBedrockClock $service @{ advance = '02:00:00' }
        }
        $result.Output.JobArn | Sort-Object | Should -Be ($jobs.JobArn | Sort-Object)
        Get-Operation | Where-Object { $_ -eq $get } | Should -HaveCount 60
        foreach ($region in $regions) {
            $listings = @(Get-LocalBedrockRequest $service | Where-Object { $_.operation -eq $list -and $_.region -eq $region })
            for ($i = 2; $i -lt $listings.Count; $i++) {
                ([datetime] $listings[$i].time - [datetime] $listings[$i - 1].time).TotalSeconds | Should -BeGreaterThan 0.5
            }
        }
    }

    It 'reach only as far back as the oldest job waited for' {
        $start = [datetime]::UtcNow
        Add-LocalBedrockJob $service @(
            @{ jobName = 'older'; creationTime = $start.AddHours(-5).ToString('o') }
            @{ jobName = 'oldest-waited-for'; creationTime = $start.AddHours(-4).ToString('o') }
            @{ jobName = 'other'; creationTime = $start.AddHours(-3).ToString('o') }
            @{ jobName = 'newest-waited-for'; creationTime = $start.AddHours(-2).ToString('o'); endsAt = '02:30:00' }
            @{ jobName = 'newer'; creationTime = $start.AddHours(-1).ToString('o') }
        )
        $jobs = Get-BdrCustomizationJob -Name *waited-for
        Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        Reset-LocalBedrock $service
        ($jobs | Wait-BdrCustomizationJob -Timeout 1.5 -PollInterval 1 -ErrorAction SilentlyContinue).JobName | Should -Be newest-waited-for
        $listings = @(Get-LocalBedrockRequest $service | Where-Object operation -EQ $list)
        $listings.items | Select-Object -First 1 | Should -Be 3
        $listings.items | Select-Object -Last 1 | Should -Be 1
        $after = [datetime]::Parse($listings[0].query.creationTimeAfter, [cultureinfo]::InvariantCulture, 'AdjustToUniversal')
        $after | Should -BeLessThan $start.AddHours(-4)
        $after | Should -BeGreaterThan $start.AddHours(-4).AddMinutes(-1)
        $listings.query | Where-Object { $_.PSObject.Properties['statusEquals'] } | Should -BeNullOrEmpty
    }

    It 'are one listing where names and ARNs are given' {
        Add-LocalBedrockJob $service @(1..40 | ForEach-Object { @{ jobName = "job-$_" } })
        $arns = (Get-BdrCustomizationJob).JobArn
        Reset-LocalBedrock $service
        Wait-BdrCustomizationJob $arns -Timeout 0 -ErrorAction SilentlyContinue
        Wait-BdrCustomizationJob (1..40 | ForEach-Object { "job-$_" }) -Timeout 0 -ErrorAction SilentlyContinue
        Get-Operation | Should -Be $list, $list
    }

    It 'are no more at a time than -ThrottleLimit' {
        Add-LocalBedrockJob $service @(1..6 | ForEach-Object { @{ jobName = "job-$_"; status = 'Completed' } })
        Add-LocalBedrockFault $service @{ operation = $get; delay = '00:00:00.3'; count = $null }
        @(Wait-BdrCustomizationJob (1..6 | ForEach-Object { "job-$_" }) -ThrottleLimit 1).Count | Should -Be 6
        $times = @(Get-LocalBedrockRequest $service | Where-Object operation -EQ $get | ForEach-Object { [datetime] $_.time } | Sort-Object)
        for ($i = 1; $i -lt $times.Count; $i++) { ($times[$i] - $times[$i - 1]).TotalMilliseconds | Should -BeGreaterThan 250 }
    }
}

Describe 'The errors of Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    It 'are one WaitTimedOut for each job that has not ended, with the job as target' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'a' }, @{ jobName = 'b' }
        $jobs = Wait-BdrCustomizationJob ended, a, b -Timeout 1 -PollInterval 30 -ErrorAction SilentlyContinue -ErrorVariable failures
        $jobs.JobName | Should -Be ended
        $failures.FullyQualifiedErrorId | Should -Be (@('WaitTimedOut,BedrockJobs.Commands.WaitBdrCustomizationJobCommand') * 2)
        $failures.CategoryInfo.Category | Should -Be OperationTimeout, OperationTimeout
        $failures.TargetObject.JobName | Should -Be a, b
        $failures[0].TargetObject | Should -BeOfType BedrockJobs.CustomizationJob
        "$($failures[0])" | Should -BeLike "Waiting for 'a' in us-east-1: the job did not end within the time limit: its status is InProgress*and it has run for *s."
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Timeout*'
        Get-Operation | Where-Object { $_ -eq $list } | Should -HaveCount 2 -Because 'it polls once more when the time is over'
    }

    It 'come after one poll with -Timeout 0' {
        Add-LocalBedrockJob $service @{ jobName = 'ended'; status = 'Completed' }, @{ jobName = 'a' }
        (Wait-BdrCustomizationJob ended, a -Timeout 0 -ErrorAction SilentlyContinue -ErrorVariable failures).JobName | Should -Be ended
        $failures.TargetObject.JobName | Should -Be a
        Get-Operation | Should -Be $list, $get
    }

    It 'end a wait in time though nothing answers' {
        Add-LocalBedrockJob $service @{ jobName = 'a' }
        Add-LocalBedrockFault $service @{ connection = 'stall'; count = $null }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Invoke-WithShortLimits { Wait-BdrCustomizationJob a -Timeout 1 -ErrorAction SilentlyContinue -ErrorVariable script:failures }
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 25
        $failures.TargetObject | Should -Be a
        "$failures" | Should -BeLike '*its status could not be read.'
    }

    It 'are one JobNotFound for a job that does not exist, and the other jobs are returned' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        (Wait-BdrCustomizationJob a, nowhere -ErrorAction SilentlyContinue -ErrorVariable failures).JobName | Should -Be a
        $failures.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        $failures.TargetObject | Should -Be nowhere
    }

    It 'are one JobNotFound for a job that vanishes' {
        Add-LocalBedrockJob $service @{ jobName = 'stays'; endsAt = '00:10:00' }, @{ jobName = 'goes' }
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob stays, goes -PollInterval 1' {
            Clear-LocalBedrockJob $service -JobName goes
            Wait-Until { (Get-Operation) -contains $get } -Because 'it asks for the job that is missing'
            Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        }
        $result.Output.JobName | Should -Be stays
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        $result.Errors.TargetObject | Should -Be goes
        Get-Operation | Where-Object { $_ -eq $get } | Should -HaveCount 2
    }

    It 'are one for a Region whose service rejects requests, and the other Region continues' {
        Add-LocalBedrockJob $service @(
            @{ jobName = 'a' }
            @{ jobName = 'b' }
            @{ jobName = 'c'; region = 'eu-west-1'; endsAt = '00:10:00' }
        )
        $script = 'Get-BdrCustomizationJob -Region us-east-1, eu-west-1 | Wait-BdrCustomizationJob -PollInterval 1'
        $result = Invoke-WaitWhile $script {
            Wait-Until { @(Get-Operation).Count -ge 4 }
            Add-LocalBedrockFault $service @{ region = 'us-east-1'; errorType = 'AccessDeniedException'; count = $null }
            Wait-Until { @(Get-LocalBedrockRequest $service | Where-Object status -EQ 403).Count -eq 1 }
            Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        }
        $result.Output.JobName | Should -Be c
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $result.Errors[0].TargetObject | Should -HaveCount 2
        $result.Warnings | Should -BeNullOrEmpty
    }

    It 'come before any request for <Arguments>' -TestCases @(
        @{ Arguments = '-Timeout -1'; Message = "'-1' is not a time limit*from 0 to 36500d*" }
        @{ Arguments = '-PollInterval 0'; Message = "'0' is not a poll interval*from 1s to 1d*" }
        @{ Arguments = '-PollInterval often'; Message = "'often' is not a poll interval*" }
    ) {
        $failure = { Invoke-Expression "Wait-BdrCustomizationJob a $Arguments" } | Should -Throw -PassThru
        "$failure" | Should -BeLike "*$Message"
        Get-Operation | Should -BeNullOrEmpty
    }
}

Describe 'A wait whose requests fail for a while' {
    BeforeEach {
        Clear-Service
    }

    It 'continues after <ErrorType>, and warns once' -TestCases @(
        @{ ErrorType = 'ThrottlingException'; Words = 'the service received too many requests' }
        @{ ErrorType = 'InternalServerException'; Words = 'the service failed' }
    ) {
        # Three requests for each poll, because the SDK makes three attempts.
        Add-LocalBedrockJob $service @{ jobName = 'a'; endsAt = '00:10:00' }
        $result = Invoke-WaitWhile 'Wait-BdrCustomizationJob a -PollInterval 1 -Verbose' {
            Add-LocalBedrockFault $service @{ errorType = $ErrorType; count = 6 }
            Wait-Until { -not (Get-LocalBedrockFault $service) }
            Set-LocalBedrockClock $service @{ advance = '01:00:00' }
        }
        $result.Output.JobName | Should -Be a
        $result.Errors | Should -BeNullOrEmpty
        $result.Warnings | Should -HaveCount 1
        "$($result.Warnings)" | Should -BeLike "$list in us-east-1: $Words*The command continues to wait and polls again about every 1s."
        $result.Verbose | Where-Object { "$_" -eq 'us-east-1: requests succeed again.' } | Should -HaveCount 1
    }

    It 'continues after a broken connection, also for the request for details' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }, @{ jobName = 'b'; status = 'Completed' }
        Add-LocalBedrockFault $service @{ operation = $get; connection = 'reset'; count = 12 }
        $jobs = Wait-BdrCustomizationJob a, b -PollInterval 1 -WarningVariable warnings -WarningAction SilentlyContinue
        $jobs.JobName | Sort-Object | Should -Be a, b
        $warnings | Should -HaveCount 1
    }

    It 'continues with a new key of a profile after the old key has expired' {
        $credentials = Join-Path $TestDrive renewed
        $profileLines = "[team]`naws_access_key_id = {0}`naws_secret_access_key = {1}"
        Set-Content $credentials ($profileLines -f $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY)
        Add-LocalBedrockJob $service @{ jobName = 'a'; endsAt = '00:10:00' }
        $result = Invoke-WaitWhile "Wait-BdrCustomizationJob a -ProfileName team -ProfileLocation '$credentials' -PollInterval 1" {
            Add-LocalBedrockFault $service @{ accessKeyId = $env:AWS_ACCESS_KEY_ID; errorType = 'ExpiredTokenException'; count = $null }
            Wait-Until { @(Get-LocalBedrockRequest $service | Where-Object status -EQ 403).Count -ge 2 }
            # A key of another account that has a job with the same name. The result shows which key is used.
            Add-LocalBedrockJob $service @{ jobName = 'a'; account = '444455556666'; status = 'Stopped' }
            Set-Content $credentials ($profileLines -f 'AKIAI44QH8DHBEXAMPLE', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY')
            Wait-Until { @(Get-LocalBedrockRequest $service)[-1].accessKeyId -eq 'AKIAI44QH8DHBEXAMPLE' }
        }
        $result.Warnings | Should -HaveCount 1
        "$($result.Warnings[0])" | Should -BeLike '*the credentials have expired*'
        @(Get-LocalBedrockRequest $service)[-1].accessKeyId | Should -Be AKIAI44QH8DHBEXAMPLE
    }

    It 'ends where a key has expired that nothing can renew' {
        Add-LocalBedrockJob $service @{ jobName = 'a' }
        Add-LocalBedrockFault $service @{ errorType = 'ExpiredTokenException'; count = $null }
        Wait-BdrCustomizationJob a -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        Get-Operation | Should -HaveCount 1
    }
}

Describe 'The streams of Wait-BdrCustomizationJob' {
    BeforeEach {
        Clear-Service
    }

    BeforeAll {
        Add-Type -Path (Join-Path $PSScriptRoot WindowHost.cs)

        # Runs a wait in a host whose window has the specified number of lines. Returns the progress that it displays.
        function Get-WaitProgress {
            param([int] $Lines, [string] $Before, [string] $Arguments = '')
            $runspace = $Lines ? [runspacefactory]::CreateRunspace([WindowHost]::new($Lines)) : [runspacefactory]::CreateRunspace()
            $runspace.Open()
            $powershell = [powershell]::Create($runspace)
            $null = $powershell.AddScript("Import-Module '$manifest'; $Before; Get-BdrCustomizationJob -Status InProgress -SortOrder Ascending | Wait-BdrCustomizationJob -PollInterval 1 -Timeout 3.5 -ErrorAction SilentlyContinue $Arguments")
            $null = $powershell.Invoke()
            $powershell.Streams.Progress | Where-Object Activity -NE 'Listing model customization jobs' | Where-Object Activity -NotLike 'Preparing*'
            $runspace.Dispose()
        }
    }

    It 'are silent by default' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        Wait-BdrCustomizationJob a *>&1 | Should -BeOfType BedrockJobs.CustomizationJobDetail
    }

    It 'tell each transition with its time with -Verbose' {
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

    It 'tell every request with -Debug' {
        Add-LocalBedrockJob $service @{ jobName = 'a'; status = 'Completed' }
        $lines = Wait-BdrCustomizationJob a -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object Message
        $lines | Where-Object { $_ -like "$list us-east-1 page 1 from $($service.Url)*: sortBy=CreationTime, sortOrder=Descending, maxResults=1000" } | Should -HaveCount 1
        $lines | Where-Object { $_ -like "$list us-east-1 page 1: 1 items in * ms, request ID *" } | Should -HaveCount 1
    }

    It 'show a line of progress for each job with status, time and part, and take it away' {
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

    It 'show no more lines of progress than a window of <Lines> lines has room for' -TestCases @(
        @{ Lines = 10; Expected = 5 }
        @{ Lines = 30; Expected = 10 }
        @{ Lines = 90; Expected = 21 }
    ) {
        Add-LocalBedrockJob $service @(1..20 | ForEach-Object { @{ jobName = "job-$_" } })
        @(Get-WaitProgress -Lines $Lines | ForEach-Object ActivityId | Sort-Object -Unique).Count | Should -Be $Expected
    }

    It 'show no progress <Where>' -TestCases @(
        @{ Where = 'where there is no window'; Lines = 0; Before = ''; Arguments = '' }
        @{ Where = 'under $ProgressPreference = SilentlyContinue'; Lines = 30; Before = '$ProgressPreference = "SilentlyContinue"'; Arguments = '' }
        @{ Where = 'with -ProgressAction Ignore'; Lines = 30; Before = ''; Arguments = '-ProgressAction Ignore' }
    ) {
        Add-LocalBedrockJob $service @{ jobName = 'a' }
        Get-WaitProgress -Lines $Lines -Before $Before -Arguments $Arguments | Should -BeNullOrEmpty
    }
}
