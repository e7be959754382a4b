# Starts and controls LocalIdentity, the local stand-in for the AWS services that issue credentials.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path (Split-Path $PSScriptRoot)
$program = Join-Path $root out build bin LocalIdentity release LocalIdentity.dll

<#
.SYNOPSIS
    Starts the service and its proxy on free ports and waits until they listen.
.OUTPUTS
    An object with Url, ProxyUrl, KeyIssuer (for LocalBedrock's option --key-issuer), Settings (as they are at the start)
    and Process.
#>
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

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $settings = ConvertTo-Json $Setting -Depth 20 -Compress
    foreach ($argument in @($program, '--key-issuer', $KeyIssuer, '--settings', $settings, '--exit-with', $ExitWith) + $Options) {
        $start.ArgumentList.Add([string]::Format([cultureinfo]::InvariantCulture, '{0}', $argument))
    }

    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'listening on (?<url>\S+), its proxy on (?<proxy>\S+)') {
        throw "LocalIdentity did not start: $line $($process.StandardError.ReadToEnd())"
    }

    $service = [pscustomobject]@{ Url = $Matches.url; ProxyUrl = $Matches.proxy; KeyIssuer = $KeyIssuer; Settings = $null; Process = $process }
    $service.Settings = Get-LocalIdentitySetting $service
    $service
}

<#
.SYNOPSIS
    Stops a service that Start-LocalIdentity started.
#>
function Stop-LocalIdentity {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $Service.Process.Kill()
        $Service.Process.WaitForExit()
    }
}

function Invoke-Admin {
    param($Service, [string] $Method, [string] $Path, $Body)

    # Without the proxy, which a test can set in the environment. The certificate is made by the test.
    $request = @{ Method = $Method; Uri = "$($Service.Url)/local/$Path"; NoProxy = $true; SkipCertificateCheck = $true }
    if ($PSBoundParameters.ContainsKey('Body')) {
        $request.Body = ConvertTo-Json $Body -Depth 20 -Compress
        $request.ContentType = 'application/json'
    }

    Invoke-RestMethod @request
}

<#
.SYNOPSIS
    Gets the requests to the service since the log was cleared, in order of arrival.
#>
function Get-LocalIdentityRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    # Invoke-RestMethod doesn't unroll an array.
    foreach ($request in Invoke-Admin $Service Get requests) { $request }
}

<#
.SYNOPSIS
    Gets the requests to the proxy since the log was cleared, in order of arrival.
#>
function Get-LocalIdentityProxyRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    foreach ($request in Invoke-Admin $Service Get proxied) { $request }
}

<#
.SYNOPSIS
    Gets the current settings.
#>
function Get-LocalIdentitySetting {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-Admin $Service Get settings
}

<#
.SYNOPSIS
    Changes the specified settings, and keeps the rest.
.EXAMPLE
    Set-LocalIdentitySetting $identity @{ lifetime = '00:02:00' }
#>
function Set-LocalIdentitySetting {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable] $Setting)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $null = Invoke-Admin $Service Post settings -Body $Setting
    }
}

<#
.SYNOPSIS
    Clears both logs and resets the settings to their values at the start.
#>
function Reset-LocalIdentity {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        foreach ($path in 'requests', 'proxied', 'settings') {
            $null = Invoke-Admin $Service Delete $path
        }
    }
}

Export-ModuleMember -Function *-LocalIdentity*
