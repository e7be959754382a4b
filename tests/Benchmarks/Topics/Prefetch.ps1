# 20 pages of 100 jobs. The service takes 100 ms for each page, and so does the rest of the pipeline.
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
