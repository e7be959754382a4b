# Coverage of the module's assemblies by all tests together. Each assembly is instrumented once, and the tests run on copies
# with these files, so that all processes add up their hits.

$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
$coverage = Join-Path $root out coverage
$instrumented = Join-Path $coverage instrumented

function Invoke-Coverlet {
    param([string] $Target, [string[]] $Arguments)

    $project = Join-Path $PSScriptRoot Coverage.proj
    $output = dotnet msbuild $project "-target:$Target" "-property:Folder=$coverage" -nologo -verbosity:quiet @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "The coverage can't be measured. $($output -join [Environment]::NewLine)"
    }
}

<#
.SYNOPSIS
    Instruments the assemblies of a module, for Copy-Instrumented.
#>
function Initialize-Coverage {
    param([Parameter(Mandatory)] [string] $Module)

    Remove-Item $coverage -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory $instrumented

    # The references are there for coverlet to resolve.
    Copy-Item (Join-Path $Module *.dll), (Join-Path $Module lib net8.0 *.dll), (Join-Path $PSHOME System.Management.Automation.dll) $instrumented

    # For coverlet it is only a warning that it can't instrument an assembly.
    Invoke-Coverlet Instrument -warnAsError
}

<#
.SYNOPSIS
    Copies a folder below out/coverage, with the instrumented assemblies in place of the others; returns the copy's path.
#>
function Copy-Instrumented {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)

    $copy = Join-Path $coverage $Name
    Copy-Item $Path $copy -Recurse
    foreach ($file in Get-ChildItem $copy -Recurse -Filter BedrockJobs*.dll) {
        $replacement = Join-Path $instrumented $file.Name
        if (Test-Path $replacement) {
            Copy-Item $replacement $file
        }
    }

    $copy
}

# Where lines 3, 5, 6, and 9 didn't run, and line 7 did: 3-6, 9.
function ConvertTo-LineRange {
    param([hashtable] $Hits)

    $ranges = [Collections.Generic.List[int[]]]::new()
    $isOpen = $false
    foreach ($line in $Hits.Keys | Sort-Object) {
        if ($Hits[$line] -eq 0) {
            if ($isOpen) { $ranges[-1][1] = $line } else { $ranges.Add(@($line, $line)) }
        }

        $isOpen = $Hits[$line] -eq 0
    }

    @($ranges | ForEach-Object { if ($_[0] -eq $_[1]) { $_[0] } else { "$($_[0])-$($_[1])" } }) -join ', '
}

function New-CoverageRow {
    param([string] $Source, [int] $Lines, [int] $Uncovered, [string] $UncoveredLines)

    [pscustomobject]@{
        Source = $Source
        Lines = $Lines
        Uncovered = $Uncovered
        # Rounded down: 100 means all.
        Percent = '{0,7:0.0}' -f ([Math]::Floor(1000 * ($Lines - $Uncovered) / $Lines) / 10)
        UncoveredLines = $UncoveredLines
    }
}

# A row for each source file. A line counts as covered if any of the methods that share it ran.
function Get-SourceFile {
    $modules = Get-Content -Raw (Join-Path $coverage coverage.json) | ConvertFrom-Json -AsHashtable
    foreach ($document in $modules.Values | ForEach-Object GetEnumerator) {
        $hits = @{}
        foreach ($line in $document.Value.Values.Values.Lines | ForEach-Object GetEnumerator) {
            $hits[[int] $line.Key] += $line.Value
        }

        New-CoverageRow ($document.Key -replace '^/_/') $hits.Count @($hits.Values -eq 0).Count (ConvertTo-LineRange $hits)
    }
}

function Get-Total {
    param([string] $Source, [object[]] $Row)

    New-CoverageRow $Source ($Row | Measure-Object -Sum Lines).Sum ($Row | Measure-Object -Sum Uncovered).Sum
}

<#
.SYNOPSIS
    Writes coverage.txt and coverage.xml to a folder; returns the table of the files with uncovered lines and the totals.
#>
function Write-Coverage {
    param([Parameter(Mandatory)] [string] $Path)

    Invoke-Coverlet Report
    Move-Item (Join-Path $coverage coverage.cobertura.xml) (Join-Path $Path coverage.xml)
    $files = @(Get-SourceFile | Sort-Object Source)
    $totals = @(
        $files | Group-Object { $_.Source.Split('/')[0..1] -join '/' } | ForEach-Object { Get-Total $_.Name $_.Group }
        Get-Total Total $files
    )
    $files + $totals | Format-Table -Wrap | Out-String -Width 160 | Set-Content (Join-Path $Path coverage.txt)
    @($files | Where-Object Uncovered) + $totals | Format-Table -Wrap | Out-String -Width 160
}

Export-ModuleMember -Function Initialize-Coverage, Copy-Instrumented, Write-Coverage
