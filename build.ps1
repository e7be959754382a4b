#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and tries BedrockJobs.
.DESCRIPTION
    Needs the .NET 10 SDK and nothing else. Without PowerShell installed:

        dotnet dnx powershell@7.6.9 --yes -- ./build.ps1 Demo

    Everything that is made lands below out/; the module is out/BedrockJobs.
.PARAMETER Task
    Build   compiles everything and stages the module. The default.
    Test    Build, then every test. The last line is "N passed, N failed".
    Demo    Build, then the main job against a local service, with real tables.
    Try     Build, then a new PowerShell with the module imported and a local service behind it; with -Command it runs
            that and ends. Other PowerShells may go on using the module as it was.
    Bench   Build, then measures speed and memory beside other tools, and writes docs/benchmarks.md. Takes about ten
            minutes, and wants a machine that does nothing else; with -Quick one minute, and it writes to out/benchmarks.
    Help    makes the help that ships, in en-US, from docs. Needs the module Microsoft.PowerShell.PlatyPS.
    Screenshots  Build, then makes the pictures of the README, in docs/images. Needs Linux.
    Clean   removes out/.
.PARAMETER Command
    With Try: what to run in the new PowerShell, in place of a prompt.
.PARAMETER Quick
    With Bench: measure less and seldom, to try the benchmarks themselves.
.EXAMPLE
    ./build.ps1 Try
.EXAMPLE
    ./build.ps1 Try 'Get-BdrCustomizationJob -First 3'
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Try', 'Bench', 'Help', 'Screenshots', 'Clean')]
    [string] $Task = 'Build',

    [Parameter(Position = 1)]
    [string] $Command,

    [switch] $Quick
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = $PSScriptRoot
$out = Join-Path $root out
$built = Join-Path $out build bin
$precompiled = Join-Path $built BedrockJobs.Precompiled
$module = Join-Path $out BedrockJobs

function Invoke-Native {
    param([Parameter(Mandatory)] [string] $Program, [string[]] $Arguments)

    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Program $Arguments ended with exit code $LASTEXITCODE."
    }
}

# PowerShell that came as a .NET tool has no program of its own to start.
function Get-PowerShellCommand {
    $process = [Environment]::ProcessPath
    if ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') { $process, (Join-Path $PSHOME pwsh.dll) } else { , $process }
}

function Invoke-NewPowerShell {
    param([Parameter(Mandatory)] [string[]] $Arguments)

    $program, $rest = Get-PowerShellCommand
    & $program @($rest) @Arguments
}

function Invoke-Build {
    Invoke-Native dotnet @('build', (Join-Path $root BedrockJobs.sln), '--configuration', 'Release', '--nologo', '--verbosity', 'quiet')
    Invoke-MachineCodeCompiler
    Publish-Module
}

# Where the compiler can't be had for this kind of machine, the module is as good, but slower at its first request.
function Invoke-MachineCodeCompiler {
    & dotnet build (Join-Path $root src BedrockJobs.Precompiled) --configuration Release --nologo --verbosity quiet
    if ($LASTEXITCODE -ne 0) {
        Remove-Item $precompiled -Recurse -Force -ErrorAction Ignore
        Write-Warning 'Staged without machine code: the first request of a session takes longer.'
    }
}

# Puts the module's files where Import-Module finds them together.
function Publish-Module {
    $files = [ordered]@{}
    foreach ($path in 'BedrockJobs.psd1', 'LICENSE', 'CHANGELOG.md') {
        $files[$path] = Join-Path $root $path
    }

    foreach ($path in 'BedrockJobs.dll', 'BedrockJobs.Format.ps1xml') {
        $files[$path] = Join-Path $built BedrockJobs release $path
    }

    $files['BedrockJobs.Loader.dll'] = Join-Path $built BedrockJobs.Loader release BedrockJobs.Loader.dll
    foreach ($file in Get-ChildItem (Join-Path $built BedrockJobs.Aws release) -Filter *.dll) {
        $files["lib/net8.0/$($file.Name)"] = $file.FullName
    }

    foreach ($file in Get-ChildItem (Join-Path $precompiled net*-* *.dll) -ErrorAction Ignore) {
        $files["lib/$($file.Directory.Name)/$($file.Name)"] = $file.FullName
    }

    foreach ($file in Get-ChildItem (Join-Path $root en-US) -File -ErrorAction Ignore) {
        $files["en-US/$($file.Name)"] = $file.FullName
    }

    foreach ($path in $files.Keys) {
        Update-File -Source $files[$path] -Target (Join-Path $module $path)
    }

    $expected = $files.Keys | ForEach-Object { [IO.Path]::GetFullPath((Join-Path $module $_)) }
    Get-ChildItem $module -Recurse -File | Where-Object FullName -NotIn $expected | ForEach-Object { Remove-StagedFile $_.FullName }
    "Staged $(Join-Path $module BedrockJobs.psd1)"
}

function Update-File {
    param([string] $Source, [string] $Target)

    if ((Test-Path $Target) -and (Get-FileHash $Source).Hash -eq (Get-FileHash $Target).Hash) {
        return
    }

    # Never written over in place: another PowerShell may have the file mapped.
    Remove-StagedFile $Target
    $null = New-Item -ItemType Directory -Force (Split-Path $Target)
    Copy-Item $Source $Target
}

# On Windows a loaded assembly can't be removed, but it can be moved out of the way.
function Remove-StagedFile {
    param([string] $Path)

    if (-not (Test-Path $Path)) {
        return
    }

    try {
        Remove-Item $Path
    }
    catch [UnauthorizedAccessException], [IO.IOException] {
        $attic = New-Item -ItemType Directory -Force (Join-Path $out replaced)
        Move-Item $Path (Join-Path $attic "$([guid]::NewGuid())-$(Split-Path $Path -Leaf)")
    }

    Get-ChildItem (Join-Path $out replaced) -File -ErrorAction Ignore | Remove-Item -ErrorAction Ignore
}

# Runs one xUnit project; returns the counts of its tests.
function Invoke-XUnit {
    param([string] $Name)

    $report = Join-Path $out results "$Name.xml"
    Write-Host "`n$Name" -ForegroundColor Cyan
    & dotnet (Join-Path $built $Name release "$Name.dll") -xml $report -noLogo | Out-Host
    $result = [pscustomobject]@{ Passed = 0; Failed = 1 }
    if (Test-Path $report) {
        $assemblies = @(([xml](Get-Content -Raw $report)).assemblies.assembly)
        $result.Passed = ($assemblies | Measure-Object -Sum { [int] $_.passed }).Sum
        $result.Failed = ($assemblies | Measure-Object -Sum { [int] $_.failed + [int] $_.errors }).Sum
        $skipped = ($assemblies | Measure-Object -Sum { [int] $_.skipped }).Sum
        if ($skipped) {
            Write-Host "$skipped skipped: what they compare with is not on this machine." -ForegroundColor Yellow
        }
    }

    if ($LASTEXITCODE -ne 0 -and $result.Failed -eq 0) {
        $result.Failed = 1
    }

    $result
}

# Runs the Pester tests in a PowerShell of their own, against the staged module; returns their counts.
function Invoke-Pester {
    $report = Join-Path $out results Pester.json
    Write-Host "`nPester" -ForegroundColor Cyan
    $script = Join-Path $root tests Module Invoke-Tests.ps1
    Invoke-NewPowerShell '-NoProfile', '-NonInteractive', '-File', $script, '-Report', $report | Out-Host
    if (Test-Path $report) { Get-Content -Raw $report | ConvertFrom-Json } else { [pscustomobject]@{ Passed = 0; Failed = 1 } }
}

function Invoke-Test {
    $results = Join-Path $out results
    Remove-Item $results -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory $results
    $counts = @(
        Get-ChildItem (Join-Path $root tests) -Directory -Filter *.Tests | ForEach-Object { Invoke-XUnit $_.Name }
        Invoke-Pester
    )
    $passed = ($counts | Measure-Object -Sum Passed).Sum
    $failed = ($counts | Measure-Object -Sum Failed).Sum
    "$passed passed, $failed failed"
    if ($failed -gt 0 -or $passed -eq 0) {
        exit 1
    }
}

function Invoke-WithLocalBedrock {
    param([string[]] $PowerShellArguments)

    Import-Module (Join-Path $root tests LocalBedrock LocalBedrock.psm1)
    $service = Start-LocalBedrock -Speed 60
    Set-LocalBedrockEnvironment $service
    try {
        Invoke-NewPowerShell $PowerShellArguments
        $exitCode = $LASTEXITCODE
    }
    finally {
        Stop-LocalBedrock $service
    }

    exit $exitCode
}

function Invoke-Bench {
    foreach ($project in 'BedrockJobs.Floor', 'BedrockJobs.Micro') {
        $path = Join-Path $root tests Benchmarks $project.Split('.')[1] "$project.csproj"
        Invoke-Native dotnet @('build', $path, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet')
    }

    & (Join-Path $root tests Benchmarks Bench.ps1) -PowerShell (Get-PowerShellCommand) -Quick:$Quick
}

switch ($Task) {
    Build {
        Invoke-Build
    }

    Test {
        Invoke-Build
        Invoke-Test
    }

    Demo {
        Invoke-Build
        Invoke-WithLocalBedrock '-NoProfile', '-NonInteractive', '-File', (Join-Path $root tests LocalBedrock Demo.ps1), '-Module', $module
    }

    Try {
        Invoke-Build
        $import = "Import-Module '$($module.Replace("'", "''"))'"
        Invoke-WithLocalBedrock $(
            if ($Command) { '-NoProfile', '-Command', "$import; $Command" } else { '-NoExit', '-Command', $import }
        )
    }

    Bench {
        Invoke-Build
        Invoke-Bench
    }

    Help {
        & (Join-Path $root docs Export-AboutTopic.ps1)
        & (Join-Path $root docs Export-CmdletHelp.ps1)
    }

    Screenshots {
        Invoke-Build
        & (Join-Path $root docs Export-Screenshots.ps1)
    }

    Clean {
        Remove-Item $out -Recurse -Force -ErrorAction Ignore
    }
}
