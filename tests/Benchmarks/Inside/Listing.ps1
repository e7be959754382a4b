# Lists everything with the cmdlet as often as it is told; prints what Measure.psm1 expects.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [int] $Times)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$seconds, $bytes = @(), @()
foreach ($i in 1..$Times) {
    $before = [GC]::GetTotalAllocatedBytes($true)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Get-BdrCustomizationJob | Out-Null
    $seconds += $watch.Elapsed.TotalSeconds
    $bytes += [GC]::GetTotalAllocatedBytes($true) - $before
}

# Linux keeps the true peak; what .NET says elsewhere is the system's own figure too.
$status = "/proc/$PID/status"
$peak = if (Test-Path $status) {
    1KB * [long] [regex]::Match((Get-Content -Raw $status), 'VmHWM:\s+(\d+)').Groups[1].Value
}
else {
    [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
}

@{ seconds = $seconds; bytes = $bytes; peak = $peak } | ConvertTo-Json -Compress
