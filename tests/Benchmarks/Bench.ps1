<#
.SYNOPSIS
    Compares the staged module with other tools. Writes docs/benchmarks.md and docs/benchmarks.svg.
.DESCRIPTION
    Called by ./build.ps1 Bench, which builds first. The figures as they were measured stay in out/benchmarks/results.json.
.PARAMETER PowerShell
    The program to start PowerShell with, and what it needs as first arguments.
.PARAMETER Quick
    Measures less and seldom, to try the benchmarks themselves; writes to out/benchmarks in place of docs.
#>
param(
    [Parameter(Mandatory)] [string[]] $PowerShell,
    [switch] $Quick
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = Split-Path (Split-Path $PSScriptRoot)
$built = Join-Path $root out build bin
$out = (New-Item -ItemType Directory -Force (Join-Path $root out benchmarks)).FullName
Import-Module (Join-Path $PSScriptRoot Measure.psm1) -Force

# The AWS SDK for JavaScript, if node is available; otherwise $null.
function Install-JavaScriptPeer {
    if (-not (Get-Command npm -CommandType Application -ErrorAction Ignore)) {
        return
    }

    $folder = (New-Item -ItemType Directory -Force (Join-Path $out peers)).FullName
    Copy-Item (Join-Path $PSScriptRoot peers list.mjs), (Join-Path $PSScriptRoot peers package.json) $folder
    & npm install --prefix $folder --no-package-lock --no-audit --no-fund --loglevel=error | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "npm install ended with exit code $LASTEXITCODE."
    }

    'node', (Join-Path $folder list.mjs)
}

# Python with botocore, if available; otherwise $null.
function Find-Botocore {
    $python = Get-Command python3, python -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if ($python -and (& $python.Source -c 'import importlib.util as u; print(bool(u.find_spec("botocore")))') -eq 'True') {
        $python.Source, (Join-Path $PSScriptRoot peers list.py)
    }
}

$module = Join-Path $root out BedrockJobs BedrockJobs.psd1
$script = $PowerShell + '-NoProfile', '-NonInteractive', '-File'
$bench = [pscustomobject]@{
    Quick      = $Quick.IsPresent
    Rounds     = $Quick ? 1 : 3
    Built      = $built
    Out        = $out
    Module     = $module
    PowerShell = $PowerShell
    # The listers of Measure.psm1. The number of listings is appended to each as the last argument.
    Cmdlet     = $script + (Join-Path $PSScriptRoot Inside Listing.ps1), '-Module', $module, '-Times'
    RestMethod = $script + (Join-Path $PSScriptRoot peers Invoke-RestMethod.ps1), '-Times'
    Floor      = 'dotnet', (Join-Path $built BedrockJobs.Floor release BedrockJobs.Floor.dll)
    JavaScript = @(Install-JavaScriptPeer)
    Botocore   = @(Find-Botocore)
}

$results = [ordered]@{ machine = & (Join-Path $PSScriptRoot Machine.ps1) -Bench $bench }
foreach ($topic in 'Throughput', 'Size', 'ColdStart', 'Regions', 'Prefetch', 'Micro') {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $results[$topic] = & (Join-Path $PSScriptRoot Topics "$topic.ps1") -Bench $bench
    Write-Host "$topic measured in $([int] $watch.Elapsed.TotalSeconds) s"
}

$file = Join-Path $out results.json
ConvertTo-Json $results -Depth 5 | Set-Content $file
& (Join-Path $PSScriptRoot Report.ps1) -Results $file -Folder ($Quick ? $out : (Join-Path $root docs))
