# 1 to 16 Regions of 1,000 jobs each, from a service that takes 100 ms for a page.
param([Parameter(Mandatory)] $Bench)

$names = 1..16 | ForEach-Object { "us-north-$_" }
Use-LocalBedrock -Jobs 1000 -Options '--latency', '00:00:00.1', '--region', ($names -join ',') -Script {
    param($service)

    $script = Join-Path $PSScriptRoot .. Inside Regions.ps1
    $command = $Bench.PowerShell + @(
        '-NoProfile', '-NonInteractive', '-File', $script, '-Module', $Bench.Module,
        '-Times', $Bench.Rounds, '-Region', ($names -join ','))
    foreach ($row in Get-ProgramReport $command $service) {
        [pscustomobject]@{
            regions  = $row.regions
            together = Get-Median $row.together
            inTurn   = Get-Median $row.inTurn
        }
    }
}
