# Runs the programs to measure, each in a separate process, and calculates medians.
#
# A lister is a program that starts, loads its libraries, and lists all jobs as many times as its last argument specifies.
# It prints one line of JSON: the seconds of each listing, and other values that it measures (jobs, bytes, peak).

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot .. LocalBedrock LocalBedrock.psm1)

<#
.SYNOPSIS
    Runs a program to its end, with the environment of LocalBedrock. Returns its Output and the Seconds that it took.
#>
function Invoke-Program {
    param([Parameter(Mandatory)] [string[]] $Command, [Parameter(Mandatory)] $Service)

    $start = [Diagnostics.ProcessStartInfo]::new($Command[0])
    $start.RedirectStandardOutput = $true
    foreach ($argument in $Command | Select-Object -Skip 1) {
        $start.ArgumentList.Add($argument)
    }

    foreach ($variable in (Get-LocalBedrockEnvironment $Service).GetEnumerator()) {
        if ($null -eq $variable.Value) {
            $null = $start.Environment.Remove($variable.Key)
        }
        else {
            $start.Environment[$variable.Key] = $variable.Value
        }
    }

    $start.Environment['BENCHMARK_BEARER_KEY'] = 'benchmark'
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $seconds = $watch.Elapsed.TotalSeconds
    if ($process.ExitCode -ne 0) {
        throw "$Command ended with exit code $($process.ExitCode)."
    }

    [pscustomobject]@{ Output = $output; Seconds = $seconds }
}

<#
.SYNOPSIS
    Runs a program that prints one line of JSON. Returns the parsed object.
#>
function Get-ProgramReport {
    param([Parameter(Mandatory)] [string[]] $Command, [Parameter(Mandatory)] $Service)

    (Invoke-Program $Command $Service).Output | ConvertFrom-Json
}

<#
.SYNOPSIS
    Runs a script block with a new LocalBedrock, and stops it.
#>
function Use-LocalBedrock {
    param([Parameter(Mandatory)] [int] $Jobs, [string[]] $Options = @(), [Parameter(Mandatory)] [scriptblock] $Script)

    $service = Start-LocalBedrock -Jobs $Jobs -Options (@('--bearer-key', 'benchmark') + $Options)
    try {
        & $Script $service
    }
    finally {
        Stop-LocalBedrock $service
    }
}

<#
.SYNOPSIS
    Gets the median of several numbers.
#>
function Get-Median {
    param([Parameter(Mandatory)] [double[]] $Value)

    $sorted = @($Value | Sort-Object)
    $middle = [math]::Floor($sorted.Count / 2)
    if ($sorted.Count % 2) { $sorted[$middle] } else { ($sorted[$middle - 1] + $sorted[$middle]) / 2 }
}

Export-ModuleMember -Function Invoke-Program, Get-ProgramReport, Use-LocalBedrock, Get-Median
