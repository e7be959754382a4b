# Ctrl+C, Select-Object -First, and time limits.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 2500
    Set-LocalBedrockEnvironment $service

    # The time limit of a request is long, so this runs in parallel with the other tests. Retries would triple the time. The
    # variable that limits them is read once in a process.
    $mute = Start-LocalBedrock -Jobs 1
    Add-LocalBedrockFault $mute @{ connection = 'stall'; count = $null }
    $script = @"
        `$env:AWS_MAX_ATTEMPTS = '1'
        Import-Module '$manifest'
        Get-BdrCustomizationJob -EndpointUrl $($mute.Url) -ErrorAction SilentlyContinue -ErrorVariable failure
        `$failure[0].FullyQualifiedErrorId, `$failure[0].CategoryInfo.Category, `$failure[0].ErrorDetails.RecommendedAction
"@
    $timedOut = Start-ThreadJob { dotnet (Join-Path $PSHOME pwsh.dll) -NoProfile -NonInteractive -Command $using:script }
}

AfterAll {
    Stop-LocalBedrock $service
    Stop-LocalBedrock $mute
}

Describe 'Stopping Get-BdrCustomizationJob' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'ends a request in flight at once, on Ctrl+C' {
        # The first page arrives at once and the second never does. When a job arrives, a request is in progress.
        Add-LocalBedrockFault $service @{ skip = 1; connection = 'stall' }
        $powershell = New-TestPowerShell '$sync.Count = 0; Get-BdrCustomizationJob -PageSize 5 | ForEach-Object { $sync.Count++ }'
        $sync = [hashtable]::Synchronized(@{ Count = 0 })
        $powershell.Runspace.SessionStateProxy.SetVariable('sync', $sync)
        $running = $powershell.BeginInvoke()
        Wait-Until { $sync.Count -eq 5 }
        Start-Sleep -Milliseconds 300
        $running.IsCompleted | Should -BeFalse

        $powershell.Stop()

        $powershell.InvocationStateInfo.State | Should -Be Stopped
        $powershell.Streams.Error | Should -BeNullOrEmpty
        # The log contains the stalled request as soon as the client disconnects, long before the time limit.
        Wait-Until { @(Get-LocalBedrockRequest $service).Count -eq 2 } -Because 'the service notices that the client went away'
        @(Get-LocalBedrockRequest $service)[1].aborted | Should -BeTrue
    }

    It 'does not retry what was stopped' {
        Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; delay = '00:00:00.3'; count = $null }
        $powershell = New-TestPowerShell 'Get-BdrCustomizationJob'
        $null = $powershell.BeginInvoke()
        Wait-Until { @(Get-LocalBedrockRequest $service).Count -ge 1 }
        $powershell.Stop()
        Start-Sleep -Milliseconds 500
        $count = @(Get-LocalBedrockRequest $service).Count
        $count | Should -BeLessThan 3
        Start-Sleep -Milliseconds 2000
        @(Get-LocalBedrockRequest $service).Count | Should -Be $count
    }

    It 'leaves no request running after Select-Object -First' {
        (Get-BdrCustomizationJob -PageSize 10 | Select-Object -First 15).Count | Should -Be 15
        Start-Sleep -Milliseconds 300
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.Count | Should -Be 2
        $asked.aborted | Should -Be $false, $false
    }

    It 'leaves a session in which the next listing works' {
        Add-LocalBedrockFault $service @{ connection = 'stall' }
        $powershell = New-TestPowerShell 'Get-BdrCustomizationJob'
        $null = $powershell.BeginInvoke()
        Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the request has reached the service'
        $powershell.Stop()
        $powershell.Commands.Clear()
        $powershell.AddScript('Get-BdrCustomizationJob').Invoke().Count | Should -Be 2500
    }

    It 'happens by itself after the time limit of a request' {
        $id, $category, $action = $timedOut | Wait-Job -Timeout 90 | Receive-Job
        $id | Should -BeLike 'RequestTimedOut,*'
        $category | Should -Be OperationTimeout
        $action | Should -Not -BeNullOrEmpty
    }
}
