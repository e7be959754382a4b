# Starts and controls LocalBedrock, the local stand-in for Amazon Bedrock. Used by build.ps1 and the tests.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path (Split-Path $PSScriptRoot)
$program = Join-Path $root out build bin LocalBedrock release LocalBedrock.dll

# The identity that LocalBedrock accepts by default: the keys in AWS's documentation.
$accessKeyId = 'AKIAIOSFODNN7EXAMPLE'
$secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

<#
.SYNOPSIS
    Starts the service on a free port and waits until it listens.
.OUTPUTS
    An object with Url and Process.
#>
function Start-LocalBedrock {
    [CmdletBinding()]
    param(
        [int] $Jobs = 40,
        [double] $Speed = 1,
        # The service ends with this process, so that none keeps running.
        [int] $ExitWith = $PID,
        # Additional options, as in `dotnet LocalBedrock.dll --help`.
        [string[]] $Options = @()
    )

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    foreach ($argument in @($program, '--port', '0', '--jobs', $Jobs, '--speed', $Speed, '--exit-with', $ExitWith) + $Options) {
        $start.ArgumentList.Add([string]::Format([cultureinfo]::InvariantCulture, '{0}', $argument))
    }

    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'listening on (?<url>\S+)') {
        throw "LocalBedrock did not start: $line $($process.StandardError.ReadToEnd())"
    }

    [pscustomobject]@{ Url = $Matches.url; Process = $process }
}

<#
.SYNOPSIS
    Stops a service that Start-LocalBedrock started.
#>
function Stop-LocalBedrock {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $Service.Process.Kill()
        $Service.Process.WaitForExit()
    }
}

<#
.SYNOPSIS
    Gets the environment variables for AWS tools to use the service, and no other identity or endpoint.
#>
function Get-LocalBedrockEnvironment {
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $Region = 'us-east-1')

    $nowhere = Join-Path ([IO.Path]::GetTempPath()) 'no-aws-files-here'
    [ordered]@{
        AWS_ACCESS_KEY_ID           = $accessKeyId
        AWS_SECRET_ACCESS_KEY       = $secretAccessKey
        AWS_SESSION_TOKEN           = $null
        AWS_BEARER_TOKEN_BEDROCK    = $null
        AWS_PROFILE                 = $null
        AWS_REGION                  = $Region
        AWS_DEFAULT_REGION          = $null
        AWS_ENDPOINT_URL            = $null
        AWS_CA_BUNDLE               = $null
        AWS_ENDPOINT_URL_BEDROCK    = $Service.Url
        AWS_SHARED_CREDENTIALS_FILE = Join-Path $nowhere credentials
        AWS_CONFIG_FILE             = Join-Path $nowhere config
        AWS_EC2_METADATA_DISABLED   = 'true'
    }
}

<#
.SYNOPSIS
    Makes this process, and the processes that it starts, use the service.
#>
function Set-LocalBedrockEnvironment {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $Region = 'us-east-1')

    foreach ($variable in (Get-LocalBedrockEnvironment $Service -Region $Region).GetEnumerator()) {
        if ($PSCmdlet.ShouldProcess($variable.Key)) {
            # PowerShell passes $null to .NET methods as an empty string, and an empty variable differs from a missing one.
            [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value ?? [NullString]::Value)
        }
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
    Gets the API requests since the log was cleared.
#>
function Get-LocalBedrockRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    # Invoke-RestMethod doesn't unroll an array.
    foreach ($request in Invoke-Admin $Service Get requests) { $request }
}

<#
.SYNOPSIS
    Clears the request log and removes all faults.
#>
function Reset-LocalBedrock {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $null = Invoke-Admin $Service Delete faults
        $null = Invoke-Admin $Service Delete requests
    }
}

<#
.SYNOPSIS
    Adds a fault script, as tests/LocalBedrock/README.md describes.
.EXAMPLE
    Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; count = $null }
#>
function Add-LocalBedrockFault {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable[]] $Fault)

    $null = Invoke-Admin $Service Post faults -Body @($Fault)
}

<#
.SYNOPSIS
    Gets the faults that haven't affected a request yet.
#>
function Get-LocalBedrockFault {
    param([Parameter(Mandatory, Position = 0)] $Service)

    foreach ($fault in Invoke-Admin $Service Get faults) { $fault }
}

<#
.SYNOPSIS
    Sets the clocks of the service, as tests/LocalBedrock/README.md describes.
.EXAMPLE
    Set-LocalBedrockClock $service @{ advance = '01:30:00' }
.EXAMPLE
    Set-LocalBedrockClock $service @{ speed = 60 }
#>
function Set-LocalBedrockClock {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable] $Move)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $null = Invoke-Admin $Service Post clock -Body $Move
    }
}

<#
.SYNOPSIS
    Adds jobs with the members that the test needs, as tests/LocalBedrock/README.md describes.
.EXAMPLE
    Add-LocalBedrockJob $service @{ jobName = 'train-1'; endsAt = '00:10:00'; endsAs = 'Failed'; failureMessage = 'No data.' }
#>
function Add-LocalBedrockJob {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable[]] $Job)

    $null = Invoke-Admin $Service Post jobs -Body @($Job)
}

<#
.SYNOPSIS
    Removes all jobs, or the one with a name.
#>
function Clear-LocalBedrockJob {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $JobName)

    if ($PSCmdlet.ShouldProcess($Service.Url)) {
        $null = Invoke-Admin $Service Delete $(if ($JobName) { "jobs?jobName=$([uri]::EscapeDataString($JobName))" } else { 'jobs' })
    }
}

Export-ModuleMember -Function *-LocalBedrock*
