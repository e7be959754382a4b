<#
.SYNOPSIS
    Installs the package as a user does: from a registered repository, with Install-PSResource.
.PARAMETER Package
    The .nupkg file.
.PARAMETER Path
    The folder to install into, in place of the user's modules. HOME names it too.
#>
param(
    [Parameter(Mandatory)] [string] $Package,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
$repository = New-Item -ItemType Directory (Join-Path $Path repository)
Copy-Item $Package $repository

Import-Module Microsoft.PowerShell.PSResourceGet
Register-PSResourceRepository -Name built -Uri $repository.FullName -Trusted
if ($IsWindows) {
    # The user's modules are in Documents, and no setting moves that folder. This unpacks the same files to another one.
    Save-PSResource -Name BedrockJobs -Repository built -Path $Path
}
else {
    Install-PSResource -Name BedrockJobs -Repository built -Scope CurrentUser
    Move-Item (Join-Path $Path .local share powershell Modules BedrockJobs) $Path
}

Get-ChildItem $Path -Recurse -Filter BedrockJobs.psd1 | ForEach-Object { "Installed $_" }
