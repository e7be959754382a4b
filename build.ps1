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
    Test         Makes the package for this platform and runs all tests. The cmdlet tests run on the installed package. The
                 last line is "N passed, N failed".
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
    auto     Builds on the package AWSSDK.Bedrock if your package source has it, and otherwise on src/BedrockJobs.Sdk. This is
             the default. The choice is kept in out for a day. Package and Publish don't accept it, so that the content of a
             package doesn't depend on the computer.
    package  Builds on the package AWSSDK.Bedrock.
    source   Builds on src/BedrockJobs.Sdk, a source-compatible subset of AWSSDK.Bedrock.
.PARAMETER Coverage
    Makes Test run on instrumented assemblies. It shows the lines of code that no test ran, which are also in
    out/results/coverage.txt.
.PARAMETER Quick
    Makes Test leave out the package and the slow tests, for use while you work. Makes Bench measure less.
.EXAMPLE
    ./build.ps1 Try
.EXAMPLE
    ./build.ps1 Try 'Get-BdrCustomizationJob -First 3'
.EXAMPLE
    ./build.ps1 Test -Quick
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Try', 'Package', 'Publish', 'Bench', 'Help', 'Screenshots', 'Clean')]
    [string] $Task = 'Build',

    [Parameter(Position = 1)]
    [string] $Command,

    [ValidateSet('auto', 'package', 'source')]
    [string] $BedrockSdk = 'auto',

    [switch] $Coverage,

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

# The platforms that the package contains machine code for. Others use the portable files.
$platforms = 'linux-x64', 'linux-arm64', 'win-x64', 'osx-arm64'
$thisPlatform = $platforms | Where-Object { $_ -eq [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier }

foreach ($script in 'Programs', 'BedrockSdk', 'Module', 'Package', 'Test', 'LocalService') {
    . (Join-Path $root build "$script.ps1")
}

$lock = Lock-OutputFolder
try {
    switch ($Task) {
        Build {
            Invoke-Build
        }

        Test {
            Invoke-Build
            if (-not $Quick) {
                Test-Script
                Invoke-Package -Platform $thisPlatform
                Install-BuiltPackage
            }

            Invoke-Test
        }

        Demo {
            Invoke-Build
            Invoke-Demo
        }

        Try {
            Invoke-Build
            Invoke-Try
        }

        Package {
            Assert-SdkChoice
            Invoke-Build
            Invoke-Package -Platform $platforms
        }

        Publish {
            Assert-SdkChoice
            Invoke-Build
            Invoke-Package -Platform $platforms
            Publish-Package
        }

        Bench {
            Invoke-Build
            Invoke-Bench
        }

        Help {
            & (Join-Path $root build Help Export-AboutTopic.ps1)
            & (Join-Path $root build Help Export-CmdletHelp.ps1)
        }

        Screenshots {
            Invoke-Build
            & (Join-Path $root build Pictures Export-Screenshots.ps1)
        }

        Clean {
            Remove-Item (Join-Path $out *) -Recurse -Force -ErrorAction Ignore
        }
    }
}
finally {
    $lock.Dispose()
}
