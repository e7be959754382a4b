<#
.SYNOPSIS
    Runs the Pester tests of the module in this PowerShell, which should be a new one.
.PARAMETER Module
    The manifest of the module to test; by default, of the staged module.
.PARAMETER Report
    A file to write the counts to, as JSON with Passed and Failed.
.PARAMETER Path
    The test files to run; all by default.
.PARAMETER ExcludePath
    The test files not to run.
#>
param(
    [string] $Module,
    [string] $Report,
    [string[]] $Path = $PSScriptRoot,
    [string[]] $ExcludePath = @()
)

$ErrorActionPreference = 'Stop'
$out = Join-Path (Split-Path (Split-Path $PSScriptRoot)) out
Import-Module (Get-ChildItem (Join-Path $out packages Pester) -Recurse -Filter Pester.psd1).FullName

if (-not $Module) {
    $Module = Join-Path $out BedrockJobs BedrockJobs.psd1
}

# TestSession.ps1 reads it. Each test file loads that script first.
$env:BEDROCKJOBS_TESTED = $Module

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.ExcludePath = $ExcludePath
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.StackTraceVerbosity = 'FirstLine'
$result = Invoke-Pester -Configuration $configuration

if ($Report) {
    # A test that didn't run hasn't passed.
    @{
        Passed = $result.PassedCount
        Failed = $result.TotalCount - $result.PassedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    } | ConvertTo-Json | Set-Content $Report
}
