# Lists all jobs with the cmdlet the specified number of times. Prints what Measure.psm1 expects.
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

# Linux keeps the exact peak. On other systems, the value of .NET is also the value of the system.
$status = "/proc/$PID/status"
$peak = if (Test-Path $status) {
    1KB * [long] [regex]::Match((Get-Content -Raw $status), 'VmHWM:\s+(\d+)').Groups[1].Value
}
else {
    [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
}

@{ seconds = $seconds; bytes = $bytes; peak = $peak } | ConvertTo-Json -Compress
