# Starts, controls, and stops a local server. LocalBedrock.psm1 and LocalIdentity.psm1 share it.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$built = Join-Path (Split-Path (Split-Path $PSScriptRoot)) out build bin

# Starts a server on a free port and waits until it listens. Returns its Process, and the Line that tells its address.
function Start-LocalServer {
    param([Parameter(Mandatory)] [string] $Name, [object[]] $Arguments)

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    foreach ($argument in @((Join-Path $built $Name release "$Name.dll")) + $Arguments) {
        $start.ArgumentList.Add([string]::Format([cultureinfo]::InvariantCulture, '{0}', $argument))
    }

    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'listening on') {
        throw "$Name did not start: $line $($process.StandardError.ReadToEnd())"
    }

    [pscustomobject]@{ Process = $process; Line = $line }
}

function Stop-LocalServer {
    param([Parameter(Mandatory)] $Service)

    $Service.Process.Kill()
    $Service.Process.WaitForExit()
}

# Calls the admin API, which the README of the server describes.
function Invoke-LocalServer {
    param([Parameter(Mandatory)] $Service, [string] $Method, [string] $Path, $Body)

    # Without the proxy, which a test can set in the environment. The certificate is made by the test.
    $request = @{ Method = $Method; Uri = "$($Service.Url)/local/$Path"; NoProxy = $true; SkipCertificateCheck = $true }
    if ($PSBoundParameters.ContainsKey('Body')) {
        $request.Body = ConvertTo-Json $Body -Depth 20 -Compress
        $request.ContentType = 'application/json'
    }

    # Invoke-RestMethod doesn't unroll an array.
    foreach ($item in Invoke-RestMethod @request) { $item }
}
