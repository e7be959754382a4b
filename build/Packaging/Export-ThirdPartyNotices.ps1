<#
.SYNOPSIS
    Writes the third-party notices of a staged module, from the packages that its files come from.
.PARAMETER Module
    The folder of the staged module.
.PARAMETER Assets
    The project.assets.json of BedrockJobs.Aws, which tells the package of each file.
.PARAMETER Path
    The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Assets,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

. (Join-Path $PSScriptRoot PackagesOfModule.ps1)

$root = Split-Path (Split-Path $PSScriptRoot)
$texts = @{
    'Apache-2.0' = Join-Path $root LICENSE
    'MIT' = Join-Path $PSScriptRoot licenses MIT.txt
}
$rule = '-' * 80
$licenses = [Collections.Generic.SortedSet[string]]::new()
$sections = foreach ($package in Get-PackageOfModule -Module $Module -Assets $Assets) {
    $nuspec = ([xml](Get-Content -Raw $package.Nuspec)).package.metadata
    $license = $nuspec.license.InnerText
    if (-not $texts.ContainsKey($license)) {
        throw "$($package.Name) has the license '$license', whose text this script doesn't know. Add it."
    }

    $null = $licenses.Add($license)
    $rule
    "$($package.Name) $($package.Version)"
    $rule
    ''
    "Files:     $($package.Files -join ', ')"
    "Authors:   $($nuspec.authors)"
    if ($nuspec.PSObject.Properties['copyright']) { "Copyright: $($nuspec.copyright)" }
    if ($nuspec.PSObject.Properties['projectUrl']) { "Project:   $($nuspec.projectUrl)" }
    "License:   $license, whose text is at the end of this file"
    foreach ($notice in $package.Notices) {
        ''
        "Notices of $($package.Name)"
        ''
        Get-Content $notice
    }

    ''
}

$appendix = foreach ($license in $licenses) {
    $rule
    "License $license"
    $rule
    ''
    Get-Content $texts[$license]
    ''
}

$lines = @('BedrockJobs contains the following third-party components.', '') + $sections + $appendix
[IO.File]::WriteAllText($Path, ($lines -join "`n").TrimEnd() + "`n")
