<#
.SYNOPSIS
    Runs the Pester tests of the module in this PowerShell, which should be a new one.
.DESCRIPTION
    Several PowerShell processes can run the same list of files. Each file is run by the process that begins with it first.
.PARAMETER Module
    The manifest of the module to test; by default, of the staged module.
.PARAMETER Results
    A folder in which each file of tests gets a file with its counts: JSON with Passed and Failed. The file is empty until the
    tests have ended.
.PARAMETER Path
    The test files to run; all by default.
#>
param(
    [string] $Module,
    [string] $Results,
    [Parameter(ValueFromRemainingArguments)] [string[]] $Path = (Get-ChildItem $PSScriptRoot -Filter *.Tests.ps1).FullName
)

$ErrorActionPreference = 'Stop'
$out = Join-Path (Split-Path (Split-Path $PSScriptRoot)) out
Import-Module (Get-ChildItem (Join-Path $out packages Pester) -Recurse -Filter Pester.psd1).FullName

# TestSession.ps1 reads it. Each test file loads that script first.
$env:BEDROCKJOBS_TESTED = $Module ? $Module : (Join-Path $out BedrockJobs BedrockJobs.psd1)
$environment = [Environment]::GetEnvironmentVariables()

function Test-IsFirst([string] $Report) {
    try {
        [IO.File]::Open($Report, 'CreateNew').Dispose()
        $true
    }
    catch [IO.IOException] {
        $false
    }
}

# What went wrong, in one text, because several processes write to one console.
function Get-Failure($Result) {
    foreach ($failed in @($Result.Failed) + @($Result.FailedBlocks) + @($Result.FailedContainers)) {
        "  [-] $($failed.PSObject.Properties['ExpandedPath'] ? $failed.ExpandedPath : $failed)"
        foreach ($record in $failed.ErrorRecord) { "    $record`n    $(@($record.ScriptStackTrace -split '\r?\n')[0])" }
    }
}

foreach ($file in $Path) {
    $name = Split-Path $file -Leaf
    $report = $Results ? (Join-Path $Results "$name.json") : $null
    if ($report -and -not (Test-IsFirst $report)) {
        continue
    }

    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $file
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $result = Invoke-Pester -Configuration $configuration

    # A test that didn't run hasn't passed.
    $failures = $result.TotalCount - $result.PassedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    $line = "[$($failures ? '-' : '+')] $name $($result.Duration.TotalSeconds.ToString('0.0')) s ($($result.TotalCount) tests)"
    [Console]::WriteLine((@($line) + @(Get-Failure $result)) -join [Environment]::NewLine)
    if ($report) {
        @{ Passed = $result.PassedCount; Failed = $failures; Seconds = $result.Duration.TotalSeconds } | ConvertTo-Json | Set-Content $report
    }

    # The next file starts with the same environment, whichever file it follows.
    foreach ($variable in @([Environment]::GetEnvironmentVariables().Keys) + @($environment.Keys) | Sort-Object -Unique) {
        [Environment]::SetEnvironmentVariable($variable, $environment[$variable] ?? [NullString]::Value)
    }
}
