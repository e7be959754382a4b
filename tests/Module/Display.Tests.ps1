# What people see.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 40
    Set-LocalBedrockEnvironment $service

    function Get-Plain {
        param([Parameter(ValueFromPipeline)] [string] $Text)
        process { $Text -replace '\e\[[0-9;]*m', '' }
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'The default view' {
    It 'is a table within 100 columns that says what matters' {
        $job = Get-BdrCustomizationJob -Status Completed -First 1
        $lines = ($job | Out-String -Width 100 | Get-Plain) -split '\r?\n' | Where-Object { $_ }
        $lines[0] -split '\s+' | Where-Object { $_ } | Should -Be Name, Status, Created, Duration, Type, BaseModel
        $lines | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 100 }
        $lines.Count | Should -Be 3
        $lines[2] | Should -BeLike "$($job.JobName.Substring(0, 20))*Completed*"
        $lines[2] | Should -BeLike "*$($job.CreationTime.ToString('yyyy-MM-dd HH:mm'))*"
        $lines[2] | Should -Match '\d+[dhm] \d+[hms] \S'
    }

    It 'is as wide for the longest names that the API allows' {
        Add-LocalBedrockJob $service @{ jobName = 'n' * 63; status = 'InProgress'; customizationType = 'REINFORCEMENT_FINE_TUNING'; baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0:200k' }
        $lines = (Get-BdrCustomizationJob -Name nnn* | Out-String -Width 100 | Get-Plain) -split '\r?\n' | Where-Object { $_ }
        $lines.Count | Should -Be 3
        $lines[2].TrimEnd().Length | Should -BeLessOrEqual 100
        $lines[2] | Should -BeLike 'nnnnnnnnnn*InProgress*Reinforce*claude-3-haiku*'
    }

    It 'shows all members as a list, those of the API under its names' {
        $job = Get-BdrCustomizationJob -Status Completed -First 1
        $names = @(($job | Format-List | Out-String -Width 200 | Get-Plain) -split '\r?\n' | Where-Object { $_ -match '^(\w+)\s+:' } | ForEach-Object { $Matches[1] })
        $names | Sort-Object | Should -Be ($job.PSObject.Properties.Name | Sort-Object)
        $names[0..3] | Should -Be JobName, Status, StatusDetails, CustomizationType
    }

    It 'colours the status where the host can, and not where output is redirected or NO_COLOR is set' {
        $script = "Import-Module '$manifest'; Get-BdrCustomizationJob -Status Failed -First 1"
        # Read by this test, the output of a new PowerShell is redirected.
        (Invoke-NewPowerShell $script) -join "`n" | Should -Match 'Failed'
        (Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'Host'; $script | Out-File '$TestDrive/host.txt'")
        Get-Content -Raw $TestDrive/host.txt | Should -Not -Match '\e'
        (Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'Ansi'; $script") -join "`n" | Should -Match '\e\[31mFailed'
        $env:NO_COLOR = '1'
        try {
            (Invoke-NewPowerShell $script) -join "`n" | Should -Not -Match '\e'
        }
        finally {
            $env:NO_COLOR = $null
        }
    }

    It 'neutralises control characters in text from the service' {
        $body = @{
            modelCustomizationJobSummaries = @(
                @{
                    jobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x/`e[2J"; baseModelArn = "arn:aws:bedrock:us-east-1::foundation-model/`e]0;owned`a"
                    jobName = "evil`e[2J`r`nname"; status = "Do`e[5mne"; creationTime = '2026-01-02T03:04:05Z'; customizationType = "T`tX"; customModelName = "m`u{202E}x"
                    statusDetails = @{ trainingDetails = @{ status = "a`e[1mb" } }
                }
            )
        } | ConvertTo-Json -Depth 9
        Reset-LocalBedrock $service
        Add-LocalBedrockFault $service @{ status = 200; body = $body }
        $job = Get-BdrCustomizationJob
        $job.JobName | Should -Be "evil`e[2J`r`nname" -Because 'data stays as it is'
        $shown = @(
            $job | Format-Table | Out-String -Width 100
            $job | Format-List | Out-String -Width 300
            $job | Format-Wide | Out-String -Width 100
            $job.StatusDetails | Out-String
            $job.StatusDetails.TrainingDetails | Out-String
        ) | Get-Plain
        $shown -join '' -replace '\r?\n', '' | Should -Not -Match '[\x00-\x1f\x7f-\x9f\u202e]'
        "$shown" | Should -BeLike '*evil␛`[2J␍␊name*'
    }
}
