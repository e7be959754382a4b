<#
.SYNOPSIS
    Shows the main use on a local service: the commands of a user and their output. During the last command, a minute of the
    jobs' time passes in each second.
#>
param([Parameter(Mandatory)] [string] $Module)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Import-Module (Join-Path $PSScriptRoot LocalBedrock.psm1)
$service = @{ Url = $env:AWS_ENDPOINT_URL_BEDROCK }

# With a service that is ahead of this computer, a part of a job would have taken longer than the job.
Set-LocalBedrockClock $service @{ now = [datetime]::UtcNow.ToString('o'); speed = 1 }

# The job that the last command waits for.
$parts = @{ validationEndsAt = '00:01:00'; dataProcessingEndsAt = '00:02:00' }
$jobs = @(
    $parts + @{ jobName = 'claims-nova-lite-v8'; endsAt = '00:06:00' }
    $parts + @{ jobName = 'claims-nova-lite-v9'; endsAt = '00:04:00'; endsAs = 'Failed'; failureMessage = 'Training diverged: the loss is NaN.' }
)

$commands = @(
    'Get-BdrCustomizationJob -Status InProgress'
    'Get-BdrCustomizationJob -Status InProgress | Format-Table -View Progress'
    'Get-BdrCustomizationJob -First 5'
    'Get-BdrCustomizationJob -Name *titan* -Status Failed, Stopped -First 3'
    'Get-BdrCustomizationJob -MaxAge 2w -SortOrder Ascending -First 3'
    'Get-BdrCustomizationJob -First 1 | Format-List'
    'Get-BdrCustomizationJob | Group-Object Status -NoElement'
    'Wait-BdrCustomizationJob claims-nova-lite-v8, claims-nova-lite-v9 -PollInterval 1s -Verbose | Format-Table JobName, Status, Duration, FailureMessage'
)

foreach ($command in $commands) {
    if ($command -like 'Wait-*') {
        Add-LocalBedrockJob $service $jobs
        Set-LocalBedrockClock $service @{ speed = 60 }
    }

    Write-Host "`nPS> $command" -ForegroundColor Cyan
    # If the output is redirected, PowerShell assumes a window of 80 columns, which is too narrow for BaseModel.
    if ([Console]::IsOutputRedirected) {
        Invoke-Expression $command | Out-String -Width 100 | Write-Host -NoNewline
    }
    else {
        Invoke-Expression $command | Out-Default
    }
}
