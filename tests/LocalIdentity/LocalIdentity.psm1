# Starts and controls LocalIdentity, the local stand-in for the AWS services that issue credentials.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Import-Module (Join-Path $PSScriptRoot .. LocalBedrock LocalServer.psm1)

# Starts the service and its proxy on free ports and waits until they listen.
function Start-LocalIdentity {
    [CmdletBinding()]
    param(
        # Settings that differ from the defaults, as in tests/LocalIdentity/README.md.
        [hashtable] $Setting = @{},
        # The secret that proves the issued keys.
        [string] $KeyIssuer = 'local-identity-example',
        # The service ends with this process, so that none keeps running.
        [int] $ExitWith = $PID,
        # Additional options, as in `dotnet LocalIdentity.dll --help`.
        [string[]] $Options = @()
    )

    $settings = ConvertTo-Json $Setting -Depth 20 -Compress
    $started = Start-LocalServer LocalIdentity (@('--key-issuer', $KeyIssuer, '--settings', $settings, '--exit-with', $ExitWith) + $Options)
    $url, $proxyUrl = [regex]::Matches($started.Line, 'http[^\s,]+').Value
    $service = [pscustomobject]@{ Url = $url; ProxyUrl = $proxyUrl; KeyIssuer = $KeyIssuer; Settings = $null; Process = $started.Process }
    $service.Settings = Get-LocalIdentitySetting $service
    $service
}

function Stop-LocalIdentity {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Stop-LocalServer $Service
}

# Gets the requests to the service since the log was cleared, in order of arrival.
function Get-LocalIdentityRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-LocalServer $Service Get requests
}

# Clears the log of requests.
function Clear-LocalIdentityRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    $null = Invoke-LocalServer $Service Delete requests
}

# Gets the requests to the proxy since the log was cleared, in order of arrival.
function Get-LocalIdentityProxyRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-LocalServer $Service Get proxied
}

# Gets the current settings.
function Get-LocalIdentitySetting {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-LocalServer $Service Get settings
}

# Changes the specified settings, and keeps the rest.
#   Set-LocalIdentitySetting $identity @{ lifetime = '00:02:00' }
function Set-LocalIdentitySetting {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable] $Setting)

    $null = Invoke-LocalServer $Service Post settings -Body $Setting
}

# Clears both logs and resets the settings to their values at the start.
function Reset-LocalIdentity {
    param([Parameter(Mandatory, Position = 0)] $Service)

    foreach ($path in 'requests', 'proxied', 'settings') { $null = Invoke-LocalServer $Service Delete $path }
}

Export-ModuleMember -Function *-LocalIdentity*
