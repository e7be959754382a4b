# Runs the tests: several processes at the same time, each of which takes the next file when it is done with one.

# The slow files of Pester tests, slowest first. They start first, and -Quick leaves them out.
$slowTests = 'Waiting', 'CredentialSecrecy', 'Help', 'Faults', 'Endurance', 'Display', 'CredentialFailures', 'Stopping', 'CredentialRenewal',
    'Screenshots', 'Isolation', 'HostileValues', 'Errors', 'Demo', 'MissingFiles', 'Retry', 'Resuming', 'TrustAnchors', 'BedrockSdk',
    'JobDetails', 'Completion', 'CredentialKinds'

# The xUnit projects that test the local services, which -Quick leaves out too.
$localServiceTests = 'LocalBedrock.Tests', 'LocalIdentity.Tests'

# The compiler has already run the analyzers and checked the formatting of C#. This checks the scripts if PSScriptAnalyzer is
# installed.
function Test-Script {
    if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        Write-Host 'The scripts were not analyzed, because PSScriptAnalyzer is not installed.' -ForegroundColor Yellow
        return
    }

    $findings = foreach ($script in Get-ChildItem $root -Recurse -Include *.ps1, *.psm1 | Where-Object FullName -NotLike "$out*") {
        $folder = Join-Path $root $(if ($script.FullName -like (Join-Path $root tests *)) { 'tests' } else { '.config' })
        Invoke-ScriptAnalyzer $script -Settings (Join-Path $folder PSScriptAnalyzerSettings.psd1)
    }

    if ($findings) {
        $findings | Format-Table RuleName, ScriptPath, Line, Message -Wrap | Out-Host
        throw 'PSScriptAnalyzer has findings.'
    }
}

function Get-XUnitCommand {
    param([string] $Name, [string] $Folder)

    'dotnet', (Join-Path $Folder "$Name.dll"), '-noLogo', '-noColor', '-reporter', 'quiet', '-result-xml', (Join-Path $out results "$Name.xml")
}

# Starts a new PowerShell that runs those of the files that no other has begun with, on the module in a folder.
function Get-PesterCommand {
    param([string] $Folder, [string[]] $Path)

    @(Get-PowerShellCommand) + '-NoProfile', '-NonInteractive', '-File', (Join-Path $root tests Module Invoke-Tests.ps1) +
        '-Module', (Join-Path $Folder BedrockJobs.psd1), '-Results', (Join-Path $out results) + $Path
}

# Runs lists of commands at the same time. The commands of one list follow each other. Returns those that failed.
function Invoke-AtOnce {
    param([object[]] $List)

    $failed = [Collections.Concurrent.ConcurrentBag[string]]::new()
    $List | ForEach-Object -ThrottleLimit $List.Count -Parallel {
        foreach ($command in $_) {
            $program, $arguments = $command
            & $program @arguments
            if ($LASTEXITCODE -ne 0) { ($using:failed).Add("$command") }
        }
    } | Out-Host
    $failed
}

# What a test run has written: its numbers of tests. A run that wrote nothing has failed.
function Get-TestCount {
    param([string] $Name)

    $file = Join-Path $out results $Name
    $text = (Test-Path $file) ? (Get-Content -Raw $file) : ''
    if (-not $text) {
        Write-Host "$Name was not written: its tests did not end." -ForegroundColor Red
        return [pscustomobject]@{ Passed = 0; Failed = 1 }
    }

    if ($Name -like '*.json') {
        return $text | ConvertFrom-Json
    }

    foreach ($assembly in ([xml] $text).assemblies.assembly) {
        Write-Host "$Name`: $($assembly.passed) passed, $($assembly.failed) failed, $($assembly.skipped) skipped, in $($assembly.time) s"
        [pscustomobject]@{ Passed = [int] $assembly.passed; Failed = [int] $assembly.failed + [int] $assembly.errors }
    }
}

function Invoke-Test {
    $results = Join-Path $out results
    Remove-Item $results -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory $results

    $projects = @((Get-ChildItem (Join-Path $root tests) -Directory -Filter *.Tests).Name)
    $files = @(Get-ChildItem (Join-Path $root tests Module) -Filter *.Tests.ps1 | Sort-Object {
            $position = $slowTests.IndexOf($_.Name.Split('.')[0])
            $position -lt 0 ? $slowTests.Count : $position
        })
    $tested = $Quick ? $module : (Join-Path $installed BedrockJobs $version)
    if ($Quick) {
        $projects = @($projects | Where-Object { $_ -notin $localServiceTests })
        $files = @($files | Where-Object { $_.Name.Split('.')[0] -notin $slowTests })
        Write-Host "Quick leaves out the package, the tests of the local services, and $($slowTests -join ', ')."
    }

    # Without coverage, all tests run on the files as they are. These run on them always, because they compare the files.
    $fileTests = $files | Where-Object Name -EQ Module.Tests.ps1
    $others = $files | Where-Object Name -NE Module.Tests.ps1
    $first = @(, (Get-PesterCommand $tested $fileTests))
    $folders = @($projects | ForEach-Object { Join-Path $built $_ release })
    if ($Coverage) {
        Import-Module (Join-Path $root tests Coverage Coverage.psm1)
        Initialize-Coverage $tested
        $tested = Copy-Instrumented $tested BedrockJobs
        $folders = @($projects | ForEach-Object { Copy-Instrumented (Join-Path $built $_ release) $_ })
    }

    for ($i = 0; $i -lt $projects.Count; $i++) {
        $first += , (Get-XUnitCommand $projects[$i] $folders[$i])
    }

    $lists = @(, $first)
    1..([Environment]::ProcessorCount + 1) | ForEach-Object { $lists += , @(, (Get-PesterCommand $tested $others)) }
    $crashed = @(Invoke-AtOnce $lists)

    $counts = @($projects.ForEach({ Get-TestCount "$_.xml" }); $files.ForEach({ Get-TestCount "$($_.Name).json" }))
    $passed = ($counts | Measure-Object -Sum Passed).Sum
    $failed = ($counts | Measure-Object -Sum Failed).Sum
    if ($crashed -and $failed -eq 0) {
        Write-Host "Ended with an error, though no test failed: $($crashed -join [Environment]::NewLine)" -ForegroundColor Red
        $failed = $crashed.Count
    }

    if ($Coverage) {
        Write-Coverage $results
    }

    "$passed passed, $failed failed"
    if ($failed -gt 0 -or $passed -eq 0) {
        exit 1
    }
}
