<#
.SYNOPSIS
    The main job, shown on a local service: what a user would type and what comes back.
#>
param([Parameter(Mandatory)] [string] $Module)

$ErrorActionPreference = 'Stop'
Import-Module $Module

$commands = @(
    'Get-BdrCustomizationJob -Status InProgress'
    'Get-BdrCustomizationJob -Status InProgress | Format-Table -View Progress'
    'Get-BdrCustomizationJob -First 5'
    'Get-BdrCustomizationJob -Name *titan* -Status Failed, Stopped -First 3'
    'Get-BdrCustomizationJob -MaxAge 2w -SortOrder Ascending -First 3'
    'Get-BdrCustomizationJob -First 1 | Format-List'
    'Get-BdrCustomizationJob | Group-Object Status -NoElement'
)

foreach ($command in $commands) {
    Write-Host "`nPS> $command" -ForegroundColor Cyan
    # Where output is redirected PowerShell takes the window for one of 80 columns, which has no room for BaseModel.
    if ([Console]::IsOutputRedirected) {
        Invoke-Expression $command | Out-String -Width 100 | Write-Host -NoNewline
    }
    else {
        Invoke-Expression $command | Out-Default
    }
}
