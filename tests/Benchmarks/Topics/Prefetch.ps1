# 20 pages of 100 jobs: 100 ms at the service for each, and 100 ms in the rest of the pipeline.
param([Parameter(Mandatory)] $Bench)

Use-LocalBedrock -Jobs 2000 -Options '--latency', '00:00:00.1' -Script {
    param($service)

    $script = Join-Path $PSScriptRoot .. Inside Prefetch.ps1
    $report = Get-ProgramReport ($Bench.PowerShell + @(
        '-NoProfile', '-NonInteractive', '-File', $script, '-Module', $Bench.Module, '-Times', $Bench.Rounds)) $service
    [pscustomobject]@{
        service  = Get-Median $report.service
        consumer = Get-Median $report.consumer
        both     = Get-Median $report.both
    }
}
