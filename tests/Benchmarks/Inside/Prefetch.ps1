# Measures a listing, a consumer, and both in one pipeline. Prints the seconds of each.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [int] $Times)

$ErrorActionPreference = 'Stop'
Import-Module $Module

# One millisecond of work for each job: 100 ms for each page.
filter Use-Job {
    $end = [Diagnostics.Stopwatch]::GetTimestamp() + [Diagnostics.Stopwatch]::Frequency / 1000
    while ([Diagnostics.Stopwatch]::GetTimestamp() -lt $end) { }
}

$held = Get-BdrCustomizationJob -PageSize 100
$held | Select-Object -First 100 | Use-Job
$runs = foreach ($i in 1..$Times) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Get-BdrCustomizationJob -PageSize 100 | Out-Null
    $service = $watch.Elapsed.TotalSeconds
    $watch.Restart()
    $held | Use-Job
    $consumer = $watch.Elapsed.TotalSeconds
    $watch.Restart()
    Get-BdrCustomizationJob -PageSize 100 | Use-Job
    @{ service = $service; consumer = $consumer; both = $watch.Elapsed.TotalSeconds }
}

@{ service = @($runs.service); consumer = @($runs.consumer); both = @($runs.both) } | ConvertTo-Json -Compress
