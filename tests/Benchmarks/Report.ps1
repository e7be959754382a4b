<#
.SYNOPSIS
    Writes benchmarks.md and benchmarks.svg from the results of Bench.ps1.
#>
param([Parameter(Mandatory)] [string] $Results, [Parameter(Mandatory)] [string] $Folder)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$invariant = [cultureinfo]::InvariantCulture
$measured = Get-Content -Raw $Results | ConvertFrom-Json

# Three significant digits. More would suggest a precision that no run has.
function Format-Number {
    param([double] $Value)

    if ($Value -eq 0) {
        return '0'
    }

    $decimals = [math]::Max(0, 2 - [math]::Floor([math]::Log10([math]::Abs($Value))))
    [math]::Round($Value, [int] $decimals).ToString("N$decimals", $invariant)
}

function Format-Milliseconds {
    param([double] $Seconds)

    [math]::Round(1000 * $Seconds).ToString($invariant) + ' ms'
}

# A measured value and its target. Higher is better with -AtLeast, lower is better with -AtMost.
function Format-Verdict {
    param([double] $Value, [string] $Unit = '×', [double] $AtLeast, [double] $AtMost)

    $isMet = $PSBoundParameters.ContainsKey('AtLeast') ? $Value -ge $AtLeast : $Value -le $AtMost
    "$(Format-Number $Value)$Unit $($isMet ? '✓' : '✗')"
}

function Write-Throughput {
    $throughput = $measured.Throughput
    $ours = $throughput.tools | Where-Object name -EQ Get-BdrCustomizationJob
    $targets = @{ 'JavaScript SDK' = 2; 'Invoke-RestMethod' = 15; botocore = 15 }
    @"
## $($throughput.jobs.ToString('N0', $invariant)) jobs

``Get-BdrCustomizationJob | Out-Null`` and the same listing with other tools, in pages of 1,000, without the start of the
process and the loading of libraries that the tool loads beforehand. (AWS's SDK for .NET counts in our first listing: it is
loaded with the first request.) The floor is a loop in C# over HttpClient and a System.Text.Json reader made by the compiler
for these very objects. botocore lists a tenth of the jobs, and its seconds are multiplied by ten.

| tool | first listing of a process | later ones | ratio to ours, first | ratio to ours, later | target |
|---|--:|--:|--:|--:|---|
"@
    foreach ($tool in $throughput.tools) {
        $first, $later = ($tool.first / $ours.first), ($tool.later / $ours.later)
        if ($tool -eq $ours) {
            $cells = '1', '1', ''
        }
        elseif ($tool.name -eq 'Floor') {
            $cells = (Format-Verdict $first -AtLeast 0.5), (Format-Verdict $later -AtLeast 0.5), 'at least 0.5×: we take at most twice as long'
        }
        else {
            $target = $targets[$tool.name]
            $cells = (Format-Verdict $first -AtLeast $target), (Format-Verdict $later -AtLeast $target), "at least $target×: we are that much faster"
        }

        "| $($tool.name) | $(Format-Number $tool.first) s | $(Format-Number $tool.later) s | $($cells -join ' | ') |"
    }

    # No reader of these pages can reach a target beyond the ratio of the floor.
    $floor = $throughput.tools | Where-Object name -EQ Floor
    $beyond = foreach ($tool in $throughput.tools | Where-Object { $targets[$_.name] }) {
        $distance = $tool.later / $floor.later
        if ($distance -lt $targets[$tool.name]) { "$($tool.name), than which the floor itself is $(Format-Number $distance)× faster" }
    }

    if ($beyond) { "`nOut of reach here is the target for $($beyond -join '; for ')." }

    "`n![Seconds for a listing, by tool](benchmarks.svg)`n"
}

function Write-Size {
    $peak = @{}
    foreach ($row in $measured.Size) {
        $peak[[int] $row.jobs] = $row.peak
    }

    @'
## Cost against size, and memory

What a job costs must not grow with their number, and neither may the peak of memory (the working set of a process that
lists once, all of PowerShell included): jobs pass through, a page at a time.

| jobs | first listing of a process | later ones | a job, later | allocated for a job | peak of memory |
|--:|--:|--:|--:|--:|--:|
'@
    foreach ($row in $measured.Size) {
        $each = "$(Format-Number (1e6 * $row.later / $row.jobs)) µs | $([math]::Round($row.bytes / $row.jobs).ToString('N0', $invariant)) bytes"
        "| $($row.jobs.ToString('N0', $invariant)) | $(Format-Number $row.first) s | $(Format-Number $row.later) s | $each | $(Format-Number ($row.peak / 1MB)) MB |"
    }

    ''
    if ($peak.ContainsKey(1000000)) {
        "The peak for 1,000,000 jobs is **$(Format-Verdict ($peak[1000000] / $peak[10000]) -AtMost 1.2)** that for 10,000 (target: at most 1.2×).`n"
    }
}

function Write-ColdStart {
    $cold = $measured.ColdStart
    $first, $rest, $import = ($cold.first - $cold.bare), ($cold.rest - $cold.bare), ($cold.import - $cold.bare)
    @"
## Cold start

Whole processes, medians of $($cold.runs) runs, which request one job from a local service.

| command | time | more than a bare start | target |
|---|--:|--:|---|
| ``pwsh -NoProfile -c 1`` | $(Format-Milliseconds $cold.bare) | | |
| ``… Import-Module BedrockJobs`` | $(Format-Milliseconds $cold.import) | $(Format-Milliseconds $import) $($import -le 0.15 ? '✓' : '✗') | at most 150 ms |
| ``… Import-Module BedrockJobs; Get-BdrCustomizationJob -First 1`` | $(Format-Milliseconds $cold.first) | $(Format-Milliseconds $first) | |
| ``… Invoke-RestMethod`` of the same page | $(Format-Milliseconds $cold.rest) | $(Format-Milliseconds $rest) | |

The first job costs **$(Format-Verdict ($first / $rest) -AtMost 1.3)** what ``Invoke-RestMethod`` costs over a bare start (target: 1.0×, at most 1.3×).

"@
}

function Write-Regions {
    @'
## Several Regions

1,000 jobs in each Region, and a service that takes 100 ms for a page. Queried at the same time, several Regions
take as long as one, up to `-ThrottleLimit`.

| Regions | `-Region a,b,…` | one after another |
|--:|--:|--:|
'@
    foreach ($row in $measured.Regions) {
        $together = "$(Format-Number $row.together) s"
        "| $($row.regions) | $together | $(Format-Number $row.inTurn) s |"
    }

    ''
}

function Write-Prefetch {
    $prefetch = $measured.Prefetch
    $sum = $prefetch.service + $prefetch.consumer
    @"
## The next page while this one is used

20 pages of 100 jobs, 100 ms a page at the service and 100 ms a page in the rest of the pipeline. The listing alone takes
$(Format-Number $prefetch.service) s, the consumer alone $(Format-Number $prefetch.consumer) s, both in one pipeline $(Format-Number $prefetch.both) s: **$(Format-Verdict ($prefetch.both / $sum) -AtMost 0.6)** the sum
(target: at most 0.6×).

"@
}

function Write-Micro {
    @'
## Functions that run for each job or cell

Measured with BenchmarkDotNet; a page of 1,000 jobs counts as one.

| function | time | allocated |
|---|--:|--:|
'@
    foreach ($row in $measured.Micro) {
        $time = if ($row.nanoseconds -ge 1000) { "$(Format-Number ($row.nanoseconds / 1000)) µs" } else { "$(Format-Number $row.nanoseconds) ns" }
        "| $($row.name) | $time | $($row.bytes.ToString('N0', $invariant)) bytes |"
    }
}

function Write-Head {
    $machine = $measured.machine
    $versions = $machine.versions.PSObject.Properties | ForEach-Object { "$($_.Name) $($_.Value)" }
    @"
# Benchmarks

Written by ``./build.ps1 Bench``, which measures all of this again, in some ten minutes; every figure is a median. The service is
[LocalBedrock](../tests/LocalBedrock/README.md) on the same machine, and takes its share of the processors. Figures of one run are
comparable with each other, and with nothing else: take the ratios. ✓ and ✗ say whether a target is met.

| | |
|---|---|
| measured | $($machine.date) |
| processor | $($machine.processor), $($machine.cores) cores |
| memory | $($machine.memoryGB) GB |
| system | $($machine.system) |
| versions | $($versions -join ', ') |

"@
}

$null = New-Item -ItemType Directory -Force $Folder
$text = @(Write-Head; Write-Throughput; Write-Size; Write-ColdStart; Write-Regions; Write-Prefetch; Write-Micro) -join "`n"
Set-Content (Join-Path $Folder benchmarks.md) $text.Replace("`r", '')
& (Join-Path $PSScriptRoot Chart.ps1) -Throughput $measured.Throughput | Set-Content (Join-Path $Folder benchmarks.svg)
"Wrote $(Join-Path $Folder benchmarks.md)"
