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
    $targets = @{
        'JavaScript SDK'    = @{ First = 1.5; Later = 2.5 }
        'Invoke-RestMethod' = @{ First = 15; Later = 15 }
        'botocore'          = @{ First = 15; Later = 15 }
    }
    @"
## $($throughput.jobs.ToString('N0', $invariant)) jobs

The table compares ``Get-BdrCustomizationJob | Out-Null`` with the same listing by other tools, in pages of 1,000. The times
don't include the start of the process and the libraries that a tool loads before it lists. The first listing of
Get-BdrCustomizationJob includes the AWS SDK for .NET, which loads with the first request. The floor is a C# loop that uses
HttpClient and a generated System.Text.Json reader for exactly these objects. botocore lists a tenth of the jobs, and its
times are multiplied by ten.

| tool | first listing of a process | later listings | first, relative to Get-BdrCustomizationJob | later, relative to Get-BdrCustomizationJob | target |
|---|--:|--:|--:|--:|---|
"@
    foreach ($tool in $throughput.tools) {
        $first, $later = ($tool.first / $ours.first), ($tool.later / $ours.later)
        if ($tool -eq $ours) {
            $cells = '1', '1', ''
        }
        elseif ($tool.name -eq 'Floor') {
            $cells = (Format-Verdict $first -AtLeast 0.5), (Format-Verdict $later -AtLeast 0.5), 'at least 0.5×'
        }
        else {
            $target = $targets[$tool.name]
            $aim = $target.First -eq $target.Later ? "at least $($target.First)×" : "at least $($target.First)× first, $($target.Later)× later"
            $cells = (Format-Verdict $first -AtLeast $target.First), (Format-Verdict $later -AtLeast $target.Later), $aim
        }

        "| $($tool.name) | $(Format-Number $tool.first) s | $(Format-Number $tool.later) s | $($cells -join ' | ') |"
    }

    # No reader of these pages can reach a target beyond the ratio of the floor.
    $floor = $throughput.tools | Where-Object name -EQ Floor
    $beyond = foreach ($tool in $throughput.tools | Where-Object { $targets[$_.name] }) {
        $distance = $tool.later / $floor.later
        if ($distance -lt $targets[$tool.name].Later) { "The target for $($tool.name) is out of reach, because the floor is only $(Format-Number $distance)× as fast." }
    }

    if ($beyond) { "`n$($beyond -join ' ')" }

    "`n![Seconds for a listing, by tool](benchmarks.svg)`n"
}

function Write-Size {
    $peak = @{}
    foreach ($row in $measured.Size) {
        $peak[[int] $row.jobs] = $row.peak
    }

    @'
## Cost against size, and memory

The cost of a job and the peak of memory must not grow with the number of jobs, because the cmdlet holds only a page or two
at a time. The peak is the working set of a process that lists once, including PowerShell.

| jobs | first listing of a process | later listings | time for a job, later | allocated for a job | peak of memory |
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

Each command runs in a new process and requests one job from a local service. The times are medians of $($cold.runs) runs.

| command | time | more than a bare start | target |
|---|--:|--:|---|
| ``pwsh -NoProfile -c 1`` | $(Format-Milliseconds $cold.bare) | | |
| ``… Import-Module BedrockJobs`` | $(Format-Milliseconds $cold.import) | $(Format-Milliseconds $import) $($import -le 0.15 ? '✓' : '✗') | at most 150 ms |
| ``… Import-Module BedrockJobs; Get-BdrCustomizationJob -First 1`` | $(Format-Milliseconds $cold.first) | $(Format-Milliseconds $first) | |
| ``… Invoke-RestMethod`` of the same page | $(Format-Milliseconds $cold.rest) | $(Format-Milliseconds $rest) | |

The first job costs **$(Format-Verdict ($first / $rest) -AtMost 1)** what ``Invoke-RestMethod`` costs over a bare start, each with the display of its
result (target: at most 1×).

"@
}

function Write-Regions {
    @'
## Several Regions

Each Region has 1,000 jobs, and the service takes 100 ms for a page. The cmdlet queries up to `-ThrottleLimit` Regions at
the same time, so several Regions take about as long as one.

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

The service takes 100 ms for each of 20 pages of 100 jobs, and the rest of the pipeline takes 100 ms for a page too. The
listing alone takes $(Format-Number $prefetch.service) s, the consumer alone $(Format-Number $prefetch.consumer) s, and both in one pipeline $(Format-Number $prefetch.both) s: **$(Format-Verdict ($prefetch.both / $sum) -AtMost 0.6)** the sum
(target: at most 0.6×).

"@
}

function Write-Micro {
    @'
## Functions that run for each job or cell

BenchmarkDotNet measures these. For a page, the figures are for all of its 1,000 jobs.

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

``./build.ps1 Bench`` writes this page. It takes about ten minutes, and each figure is a median. The service is
[LocalBedrock](../tests/LocalBedrock/README.md) on the same computer, so it uses a part of the processors. Compare only
figures of the same run, and use the ratios. ✓ means that a target is met, and ✗ that it isn't.

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
