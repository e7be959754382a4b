<#
.SYNOPSIS
    Writes the software bill of materials of a staged module, in CycloneDX's JSON.
.PARAMETER Module
    The folder of the staged module.
.PARAMETER Project
    The project file of BedrockJobs.Aws, which is restored.
.PARAMETER Intermediate
    The folder that contains the intermediate folders of all projects.
.PARAMETER Version
    The version of the module.
.PARAMETER Time
    The time of the commit, so that a commit gives the same bytes whenever it is built.
.PARAMETER Path
    The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Project,
    [Parameter(Mandatory)] [string] $Intermediate,
    [Parameter(Mandatory)] [string] $Version,
    [Parameter(Mandatory)] [datetime] $Time,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

. (Join-Path $PSScriptRoot PackagesOfModule.ps1)

$folder = Split-Path $Path
$written = Join-Path $folder cyclonedx.json
$tool = Get-ChildItem (Join-Path $PSScriptRoot .. .. out packages CycloneDX) -Recurse -Filter CycloneDX.dll
$lines = dotnet $tool.FullName $Project --output $folder --filename cyclonedx.json --output-format Json --disable-package-restore `
    --no-serial-number --set-name BedrockJobs --set-version $Version --set-type Library --base-intermediate-output-path $Intermediate
if ($LASTEXITCODE -ne 0) {
    throw "The bill of materials wasn't written: $($lines -join [Environment]::NewLine)"
}

$sbom = Get-Content -Raw $written | ConvertFrom-Json -Depth 100 -DateKind String
Remove-Item $written

# What was restored but isn't in the module, such as an assembly that .NET itself brings, isn't part of it.
$assets = Join-Path $Intermediate BedrockJobs.Aws project.assets.json
$packages = Get-PackageOfModule -Module $Module -Assets $assets | ForEach-Object { "$($_.Name)@$($_.Version)" }
$sbom.components = @($sbom.components | Where-Object { "$($_.name)@$($_.version)" -in $packages })
$kept = @($sbom.metadata.component.'bom-ref') + $sbom.components.'bom-ref'
$sbom.dependencies = @($sbom.dependencies | Where-Object ref -In $kept)
foreach ($dependency in $sbom.dependencies | Where-Object { $_.PSObject.Properties['dependsOn'] }) {
    $dependency.dependsOn = @($dependency.dependsOn | Where-Object { $_ -in $kept })
}

$sbom.metadata.timestamp = $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
[IO.File]::WriteAllText($Path, ($sbom | ConvertTo-Json -Depth 100).ReplaceLineEndings("`n") + "`n")
