#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and tries BedrockJobs.
.DESCRIPTION
    Requires only the .NET 10 SDK. If PowerShell isn't installed, run:

        dotnet dnx powershell@7.6.9 --yes -- ./build.ps1 Demo

    All output goes to the out folder. The staged module is out/BedrockJobs.
.PARAMETER Task
    Build        Compiles everything and stages the module. This is the default.
    Test         Runs Package and all tests. The cmdlet tests run on the installed package. Shows the lines of code that no
                 test ran, which are also in out/results/coverage.txt. The last line is "N passed, N failed".
    Demo         Runs Build, and then shows the main tasks with a local service.
    Try          Runs Build, and then starts a new PowerShell that has imported the module and uses a local service. With
                 -Command, it runs the command and exits. Other PowerShell processes can continue to use the earlier build.
    Package      Runs Build, and then makes out/BedrockJobs.<version>.nupkg. The package also contains machine code for
                 other platforms, third-party notices, and an SBOM.
    Publish      Runs Package, and then publishes the package to the PowerShell Gallery. Set PSGALLERY_API_KEY to an API key.
                 If GITHUB_REF_NAME is set, it must be the tag of the version, such as v1.0.0.
    Bench        Runs Build, measures speed and memory beside other tools, and writes docs/benchmarks.md. It takes about ten
                 minutes on an idle computer. With -Quick, it takes one minute and writes to out/benchmarks.
    Help         Makes the help in en-US from the Markdown files in docs. The cmdlet help requires the module
                 Microsoft.PowerShell.PlatyPS.
    Screenshots  Runs Build, and then makes the pictures in docs/images from the output of the module. Requires Linux.
    Clean        Removes the out folder.
.PARAMETER Command
    The command that Try runs.
.PARAMETER BedrockSdk
    source   Builds on src/BedrockJobs.Sdk, a source-compatible subset of AWSSDK.Bedrock. This is the default.
    package  Builds on the package AWSSDK.Bedrock, which must be available from your package source.
.PARAMETER NoCoverage
    Makes Test run all tests on the assemblies as they ship, without coverage.
.PARAMETER Quick
    Makes Bench measure less, to try the benchmarks.
.EXAMPLE
    ./build.ps1 Try
.EXAMPLE
    ./build.ps1 Try 'Get-BdrCustomizationJob -First 3'
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Try', 'Package', 'Publish', 'Bench', 'Help', 'Screenshots', 'Clean')]
    [string] $Task = 'Build',

    [Parameter(Position = 1)]
    [string] $Command,

    [ValidateSet('source', 'package')]
    [string] $BedrockSdk = 'source',

    [switch] $NoCoverage,

    [switch] $Quick
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = $PSScriptRoot
$out = Join-Path $root out
$artifacts = Join-Path $out build
$built = Join-Path $artifacts bin
$module = Join-Path $out BedrockJobs
$version = (Import-PowerShellDataFile (Join-Path $root BedrockJobs.psd1)).ModuleVersion
$package = Join-Path $out "BedrockJobs.$version.nupkg"
$installed = Join-Path $out installed

# The kinds of machines that the package contains machine code for. Others use the portable files.
$machines = 'linux-x64', 'linux-arm64', 'win-x64', 'osx-arm64'
$thisMachine = [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier

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

function Invoke-DotNet {
    param([Parameter(Mandatory)] [string] $Verb, [Parameter(Mandatory)] [string] $Project, [string[]] $Arguments)

    Invoke-Native dotnet (@($Verb, $Project, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet', "-p:BedrockSdk=$BedrockSdk") + $Arguments)
}

function Invoke-Build {
    Invoke-DotNet build (Join-Path $root BedrockJobs.sln)
    Publish-MachineCode ($machines | Where-Object { $_ -eq $thisMachine })
    Update-StagedModule -Target $module -Machines $thisMachine
    "Staged $(Join-Path $module BedrockJobs.psd1)"
}

function Get-MachineCodeFolder {
    param([string] $Machine)

    Join-Path $artifacts publish BedrockJobs.Precompiled "release_$Machine"
}

# Where the compiler for a kind of machine can't be restored, the module is as good there, but its first request is slower.
function Publish-MachineCode {
    param([string[]] $Machines)

    foreach ($machine in $Machines) {
        try {
            Invoke-DotNet publish (Join-Path $root src BedrockJobs.Precompiled) '--runtime', $machine
        }
        catch {
            Remove-Item (Get-MachineCodeFolder $machine) -Recurse -Force -ErrorAction Ignore
            Write-Warning "Staged without machine code for $machine, where the first request of a session takes longer. $_"
        }
    }
}

# The assemblies of the service half. The folder may also contain files of an earlier build with another -BedrockSdk.
function Get-LibraryName {
    $dependencies = Get-Content -Raw (Join-Path $built BedrockJobs.Aws release BedrockJobs.Aws.deps.json) | ConvertFrom-Json -AsHashtable
    foreach ($library in $dependencies.targets['.NETCoreApp,Version=v8.0'].Values) {
        if ($library.ContainsKey('runtime')) {
            $library.runtime.Keys | Split-Path -Leaf
        }
    }
}

# Puts the module's files where Import-Module finds them together.
function Update-StagedModule {
    param([string] $Target, [string[]] $Machines)

    $files = [ordered]@{}
    foreach ($path in 'BedrockJobs.psd1', 'LICENSE', 'CHANGELOG.md') {
        $files[$path] = Join-Path $root $path
    }

    foreach ($path in 'BedrockJobs.dll', 'BedrockJobs.Format.ps1xml') {
        $files[$path] = Join-Path $built BedrockJobs release $path
    }

    $files['BedrockJobs.Loader.dll'] = Join-Path $built BedrockJobs.Loader release BedrockJobs.Loader.dll
    foreach ($name in Get-LibraryName) {
        $files["lib/net8.0/$name"] = Join-Path $built BedrockJobs.Aws release $name
        foreach ($machine in $Machines) {
            $compiled = Join-Path (Get-MachineCodeFolder $machine) $name
            if (Test-Path $compiled) {
                # The loader chooses the folder by this name: see LibraryFolder.
                $files["lib/net10.0-$machine/$name"] = $compiled
            }
        }
    }

    foreach ($file in Get-ChildItem (Join-Path $root en-US) -File -ErrorAction Ignore) {
        $files["en-US/$($file.Name)"] = $file.FullName
    }

    foreach ($path in $files.Keys) {
        Update-File -Source $files[$path] -Target (Join-Path $Target $path)
    }

    $expected = $files.Keys | ForEach-Object { [IO.Path]::GetFullPath((Join-Path $Target $_)) }
    Get-ChildItem $Target -Recurse -File | Where-Object FullName -NotIn $expected | ForEach-Object { Remove-StagedFile $_.FullName }
}

function Invoke-Package {
    Publish-MachineCode ($machines | Where-Object { $_ -ne $thisMachine })
    $staged = Join-Path $out package BedrockJobs
    Update-StagedModule -Target $staged -Machines $machines

    $seconds = git -C $root log -1 --format=%ct
    $time = [DateTimeOffset]::FromUnixTimeSeconds($(if ($LASTEXITCODE -eq 0) { $seconds } else { 0 })).UtcDateTime
    $scripts = Join-Path $root src BedrockJobs.Package
    $intermediate = Join-Path $artifacts obj
    & (Join-Path $scripts Export-ThirdPartyNotices.ps1) -Module $staged -Path (Join-Path $staged THIRD-PARTY-NOTICES.txt) `
        -Assets (Join-Path $intermediate BedrockJobs.Aws project.assets.json)
    & (Join-Path $scripts Export-Sbom.ps1) -Module $staged -Path (Join-Path $staged bom.json) -Version $version -Time $time `
        -Project (Join-Path $root src BedrockJobs.Aws BedrockJobs.Aws.csproj) -Intermediate $intermediate
    Remove-Item (Join-Path $out *.nupkg)
    $made = & (Join-Path $scripts Export-Package.ps1) -Module $staged -Destination $out -Time $time
    "Packed $made"
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

# Runs the xUnit project in a folder; returns the counts of its tests.
function Invoke-XUnit {
    param([string] $Name, [string] $Folder)

    $report = Join-Path $out results "$Name.xml"
    Write-Host "`n$Name" -ForegroundColor Cyan
    & dotnet (Join-Path $Folder "$Name.dll") -result-xml $report -noLogo | Out-Host
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

function Publish-Package {
    if (-not $env:PSGALLERY_API_KEY) {
        throw 'PSGALLERY_API_KEY is not set. Set it to an API key of the PowerShell Gallery.'
    }

    if ($env:GITHUB_REF_NAME -and $env:GITHUB_REF_NAME -ne "v$version") {
        throw "The tag is '$env:GITHUB_REF_NAME', but BedrockJobs.psd1 has version $version. Push the tag v$version."
    }

    $missing = $machines | Where-Object { -not (Test-Path (Join-Path $out package BedrockJobs lib "net10.0-$_")) }
    if ($missing) {
        throw "The package has no machine code for $($missing -join ', '). Restore the compiler and the runtime packs, and try again."
    }

    Publish-PSResource -NupkgPath $package -Repository PSGallery -ApiKey $env:PSGALLERY_API_KEY
}

# Checks that dotnet format has nothing to change, and the scripts if PSScriptAnalyzer is installed. The compiler has already
# run the analyzers.
function Test-Style {
    foreach ($kind in 'whitespace', 'style') {
        Invoke-Native dotnet @('format', $kind, (Join-Path $root BedrockJobs.sln), '--verify-no-changes', '--no-restore')
    }

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

# Installs the package from a repository in a folder, in a new PowerShell whose home is below out/.
function Install-BuiltPackage {
    Write-Host "`nInstalling $package" -ForegroundColor Cyan
    Remove-Item $installed -Recurse -Force -ErrorAction Ignore
    $data = (New-Item -ItemType Directory (Join-Path $installed .local share)).FullName
    $before = $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA
    try {
        # PSResourceGet keeps its repositories and the user's modules below these.
        $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA = $installed, $data, $data
        Invoke-NewPowerShell '-NoProfile', '-NonInteractive', '-File', (Join-Path $root tests Module Install-Package.ps1), '-Package', $package, '-Path', $installed | Out-Host
    }
    finally {
        $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA = $before
    }

    if ($LASTEXITCODE -ne 0) {
        throw 'The package was not installed.'
    }
}

# Runs Pester tests in a PowerShell of their own, against the module in a folder; returns their counts.
function Invoke-Pester {
    param([string] $Name, [string] $Folder, [string[]] $Selection = @())

    $report = Join-Path $out results "$Name.json"
    Write-Host "`n$Name" -ForegroundColor Cyan
    $script = Join-Path $root tests Module Invoke-Tests.ps1
    $arguments = '-Module', (Join-Path $Folder BedrockJobs.psd1), '-Report', $report
    Invoke-NewPowerShell (@('-NoProfile', '-NonInteractive', '-File', $script) + $arguments + $Selection) | Out-Host
    if (Test-Path $report) { Get-Content -Raw $report | ConvertFrom-Json } else { [pscustomobject]@{ Passed = 0; Failed = 1 } }
}

# Runs all tests on the files as they are; returns the counts.
function Invoke-TestSuite {
    param([string[]] $Project, [string] $Module)

    $Project | ForEach-Object { Invoke-XUnit $_ (Join-Path $built $_ release) }
    Invoke-Pester Pester $Module
}

# Runs all tests on instrumented copies, except those of the package, which compare its files; returns the counts.
function Invoke-InstrumentedTestSuite {
    param([string[]] $Project, [string] $Module)

    $packageTests = Join-Path $root tests Module Module.Tests.ps1
    Invoke-Pester Pester.Package $Module -Selection '-Path', $packageTests
    Initialize-Coverage $Module
    $Project | ForEach-Object { Invoke-XUnit $_ (Copy-Instrumented (Join-Path $built $_ release) $_) }
    Invoke-Pester Pester (Copy-Instrumented $Module BedrockJobs) -Selection '-ExcludePath', $packageTests
}

function Invoke-Test {
    $results = Join-Path $out results
    Remove-Item $results -Recurse -Force -ErrorAction Ignore
    $null = New-Item -ItemType Directory $results
    Import-Module (Join-Path $root tests Coverage Coverage.psm1)

    $subject = @{
        Project = (Get-ChildItem (Join-Path $root tests) -Directory -Filter *.Tests).Name
        Module = Join-Path $installed BedrockJobs $version
    }
    $counts = @(if ($NoCoverage) { Invoke-TestSuite @subject } else { Invoke-InstrumentedTestSuite @subject })
    $passed = ($counts | Measure-Object -Sum Passed).Sum
    $failed = ($counts | Measure-Object -Sum Failed).Sum
    if (-not $NoCoverage) {
        Write-Coverage $results
    }

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
        Invoke-DotNet build $path
    }

    & (Join-Path $root tests Benchmarks Bench.ps1) -PowerShell (Get-PowerShellCommand) -Quick:$Quick
}

switch ($Task) {
    Build {
        Invoke-Build
    }

    Test {
        Invoke-Build
        Test-Style
        Invoke-Package
        Install-BuiltPackage
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

    Package {
        Invoke-Build
        Invoke-Package
    }

    Publish {
        Invoke-Build
        Invoke-Package
        Publish-Package
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
