<#
.SYNOPSIS
    Makes the cmdlets' help that ships, BedrockJobs.dll-Help.xml, from the markdown in docs.
.DESCRIPTION
    PlatyPS does the work. This script adds what PlatyPS leaves out: default values, and the code of the examples where
    Get-Help shows code. It also removes the addresses of links that only work in that folder.
.PARAMETER Destination
    The folder to write to.
#>
param([string] $Destination = (Join-Path $PSScriptRoot .. .. en-US))

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
    throw "The cmdlets' help needs Microsoft.PowerShell.PlatyPS, which isn't installed. Run 'Install-PSResource Microsoft.PowerShell.PlatyPS', and then './build.ps1 Help' again. about_BedrockJobs doesn't need it, and has been made."
}

Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.0

$maml = 'http://schemas.microsoft.com/maml/2004/10'
$dev = 'http://schemas.microsoft.com/maml/dev/2004/10'

function Add-Element {
    param([Xml.XmlElement] $Parent, [string] $Name, [string] $Namespace, [string] $Text)

    $prefix = $Parent.GetPrefixOfNamespace($Namespace)
    $element = $Parent.OwnerDocument.CreateElement($prefix, $Name, $Namespace)
    if ($Text) { $element.InnerText = $Text }
    $Parent.AppendChild($element)
}

# Keeps the title, moves the fenced block to the code, and the text after it to the remarks.
function Update-Example {
    param([Xml.XmlElement] $Element, $Example)

    if ($Example.Remarks -notmatch '(?s)^```powershell\n(?<code>.+?)\n```\n(?<remarks>.+)$') {
        throw "'$($Example.Title)' must be one block of PowerShell, followed by its explanation."
    }

    $code, $remarks = $Matches.code, $Matches.remarks.Trim()
    foreach ($child in @($Element.ChildNodes | Where-Object LocalName -NE title)) { $null = $Element.RemoveChild($child) }
    $null = Add-Element $Element code $dev $code
    $paragraphs = Add-Element $Element remarks $dev
    # The empty paragraph separates the title of the next example.
    foreach ($paragraph in @($remarks -split '\n\n'; '')) { $null = Add-Element $paragraphs para $maml $paragraph }
}

function Update-Command {
    param([Xml.XmlElement] $Element, $Help)

    $examples = @($Element.SelectNodes('*[local-name()="examples"]/*'))
    for ($i = 0; $i -lt $examples.Count; $i++) { Update-Example $examples[$i] $Help.Examples[$i] }

    foreach ($parameter in $Element.SelectNodes('*[local-name()="parameters"]/*')) {
        $value = ($Help.Parameters | Where-Object Name -EQ $parameter.name).DefaultValue
        $null = Add-Element $parameter defaultValue $dev $(if ($value) { $value } else { 'None' })
    }

    foreach ($link in $Element.SelectNodes('*[local-name()="relatedLinks"]/*')) {
        $address = $link.SelectSingleNode('*[local-name()="uri"]')
        if ($address.InnerText -eq '') {
            $null = $link.ParentNode.RemoveChild($link)
        }
        elseif ($address.InnerText -notlike 'http*') {
            $address.InnerText = ''
        }
    }
}

$helps = @(Get-ChildItem (Join-Path $PSScriptRoot .. .. docs) -Filter *-Bdr*.md | Sort-Object Name | Import-MarkdownCommandHelp)
$work = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
try {
    $file = $helps | Export-MamlCommandHelp -OutputFolder $work
    $document = [xml]::new()
    $document.Load($file.FullName)
}
finally {
    Remove-Item $work -Recurse
}

foreach ($help in $helps) {
    $command = $document.SelectNodes('/*/*') | Where-Object { $_.details.name -eq $help.Title }
    Update-Command $command $help
}

$null = New-Item -ItemType Directory -Force $Destination
$settings = [Xml.XmlWriterSettings]@{
    Encoding = [Text.UTF8Encoding]::new($false); Indent = $true; NewLineChars = "`n"; NewLineHandling = 'None'
}
$path = Join-Path (Resolve-Path $Destination) $file.Name
$writer = [Xml.XmlWriter]::Create($path, $settings)
try {
    $document.Save($writer)
    $writer.WriteWhitespace("`n")
}
finally {
    $writer.Dispose()
}

Get-Item $path
