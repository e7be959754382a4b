<#
.SYNOPSIS
    Makes the package of a staged module: a .nupkg file for the PowerShell Gallery.
.DESCRIPTION
    Compress-PSResource validates the manifest and makes the package. Its entries are then written again in a fixed order and
    with a fixed time, so that a commit gives the same bytes on every machine.
.PARAMETER Module
    The folder of the staged module.
.PARAMETER Destination
    The folder to put the package into.
.PARAMETER Time
    The time of each entry.
.OUTPUTS
    System.IO.FileInfo: the package.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Destination,
    [Parameter(Mandatory)] [datetime] $Time
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

Import-Module Microsoft.PowerShell.PSResourceGet -MinimumVersion 1.1
$made = Compress-PSResource -Path $Module -DestinationPath $Destination -PassThru

# The package format names these at random.
$propertiesPattern = 'package/services/metadata/core-properties/\w+\.psmdcp'
$properties = 'package/services/metadata/core-properties/properties.psmdcp'
$relationships = '_rels/.rels'

function Copy-Entry {
    param([IO.Stream] $From, [IO.Stream] $To, [string] $Name)

    if ($Name -notin $relationships, $properties) {
        $From.CopyTo($To)
        return
    }

    $document = [xml]::new()
    $document.Load($From)
    if ($Name -eq $properties) {
        # It also names the version of the operating system.
        $document.coreProperties.lastModifiedBy = 'BedrockJobs'
    }
    else {
        foreach ($relationship in $document.Relationships.Relationship) {
            $relationship.Target = $relationship.Target -replace $propertiesPattern, $properties
            $relationship.Id = Split-Path $relationship.Type -Leaf
        }
    }

    $document.Save($To)
}

$ordered = "$($made.FullName).ordered"
$source = [IO.Compression.ZipFile]::OpenRead($made.FullName)
$target = [IO.Compression.ZipFile]::Open($ordered, 'Create')
try {
    $entries = [Collections.Generic.SortedDictionary[string, object]]::new([StringComparer]::Ordinal)
    foreach ($entry in $source.Entries) {
        $entries[($entry.FullName -replace "^$propertiesPattern`$", $properties)] = $entry
    }

    foreach ($name in $entries.Keys) {
        $copy = $target.CreateEntry($name, 'SmallestSize')
        $copy.LastWriteTime = [DateTimeOffset] $Time.ToUniversalTime()
        $copy.ExternalAttributes = 0
        $from = $entries[$name].Open()
        $to = $copy.Open()
        try {
            Copy-Entry -From $from -To $to -Name $name
        }
        finally {
            $to.Dispose()
            $from.Dispose()
        }
    }
}
finally {
    $target.Dispose()
    $source.Dispose()
}

Move-Item $ordered $made.FullName -Force
Get-Item $made.FullName
