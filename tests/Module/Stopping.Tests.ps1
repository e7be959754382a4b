# Ctrl+C, Select-Object -First, and time limits.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 2500
    Set-LocalBedrockEnvironment $service
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Get-BdrCustomizationJob, when it is stopped' {
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

    It 'fails after the time limit of a request' {
        Add-LocalBedrockFault $service @{ connection = 'stall'; count = $null }
        $env:AWS_MAX_ATTEMPTS = '1'
        try {
            Invoke-WithShortLimits { Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable script:failure }
        }
        finally {
            $env:AWS_MAX_ATTEMPTS = $null
        }

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'RequestTimedOut,*'
        $failure[0].CategoryInfo.Category | Should -Be OperationTimeout
        $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
