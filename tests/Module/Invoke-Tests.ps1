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
[CmdletBinding(PositionalBinding = $false)]
param(
    [string] $Module,
    [string] $Results,
    [Parameter(Position = 0, ValueFromRemainingArguments)] [string[]] $Path = (Get-ChildItem $PSScriptRoot -Filter *.Tests.ps1).FullName
)

$ErrorActionPreference = 'Stop'
$out = Join-Path (Split-Path (Split-Path $PSScriptRoot)) out
Import-Module (Get-ChildItem (Join-Path $out packages Pester) -Recurse -Filter Pester.psd1).FullName

# TestSession.ps1 reads it. Each test file loads that script first.
$env:BEDROCKJOBS_TESTED = $Module ? $Module : (Join-Path $out BedrockJobs BedrockJobs.psd1)
$environmentOfTests = [Environment]::GetEnvironmentVariables()

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

# The tests see the variables of this script, so these have names that no test uses.
foreach ($testFile in $Path) {
    $testFileName = Split-Path $testFile -Leaf
    $testReport = $Results ? (Join-Path $Results "$testFileName.json") : $null
    if ($testReport -and -not (Test-IsFirst $testReport)) {
        continue
    }

    $testConfiguration = New-PesterConfiguration
    $testConfiguration.Run.Path = $testFile
    $testConfiguration.Run.PassThru = $true
    $testConfiguration.Output.Verbosity = 'None'
    $testResult = Invoke-Pester -Configuration $testConfiguration

    # A test that didn't run hasn't passed, unless it says itself that it can't run here.
    $testFailures = $testResult.TotalCount - $testResult.PassedCount - $testResult.SkippedCount + $testResult.FailedBlocksCount + $testResult.FailedContainersCount
    $testLine = "[$($testFailures ? '-' : '+')] $testFileName $($testResult.Duration.TotalSeconds.ToString('0.0')) s ($($testResult.PassedCount) passed, $testFailures failed, $($testResult.SkippedCount) skipped)"
    [Console]::WriteLine((@($testLine) + @(Get-Failure $testResult)) -join [Environment]::NewLine)
    if ($testReport) {
        @{ Passed = $testResult.PassedCount; Failed = $testFailures } | ConvertTo-Json | Set-Content $testReport
    }

    # The next file starts with the same environment, whichever file it follows.
    foreach ($testVariable in @([Environment]::GetEnvironmentVariables().Keys) + @($environmentOfTests.Keys) | Sort-Object -Unique) {
        [Environment]::SetEnvironmentVariable($testVariable, $environmentOfTests[$testVariable] ?? [NullString]::Value)
    }
}
