# Starts and controls LocalBedrock, the local stand-in for Amazon Bedrock. Used by build.ps1 and the tests.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Import-Module (Join-Path $PSScriptRoot LocalServer.psm1)

# The identity that LocalBedrock accepts by default: the keys in AWS's documentation.
$accessKeyId = 'AKIAIOSFODNN7EXAMPLE'
$secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

# Starts the service on a free port and waits until it listens.
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

    $started = Start-LocalServer LocalBedrock (@('--jobs', $Jobs, '--speed', $Speed, '--exit-with', $ExitWith) + $Options)
    [pscustomobject]@{ Url = [regex]::Match($started.Line, 'http\S+').Value; Process = $started.Process }
}

function Stop-LocalBedrock {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Stop-LocalServer $Service
}

# Gets the environment variables for AWS tools to use the service, and no other identity or endpoint.
function Get-LocalBedrockEnvironment {
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $Region = 'us-east-1')

    $nowhere = Join-Path $PSScriptRoot 'no-aws-files-here'
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
        REQUESTS_CA_BUNDLE          = $null
        AWS_ENDPOINT_URL_BEDROCK    = $Service.Url
        AWS_SHARED_CREDENTIALS_FILE = Join-Path $nowhere credentials
        AWS_CONFIG_FILE             = Join-Path $nowhere config
        AWS_EC2_METADATA_DISABLED   = 'true'
    }
}

# Makes this process, and the processes that it starts, use the service.
function Set-LocalBedrockEnvironment {
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $Region = 'us-east-1')

    foreach ($variable in (Get-LocalBedrockEnvironment $Service -Region $Region).GetEnumerator()) {
        # PowerShell passes $null to .NET methods as an empty string, and an empty variable differs from a missing one.
        [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value ?? [NullString]::Value)
    }
}

# Gets the API requests since the log was cleared.
function Get-LocalBedrockRequest {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-LocalServer $Service Get requests
}

# Clears the request log and removes all faults.
function Reset-LocalBedrock {
    param([Parameter(Mandatory, Position = 0)] $Service)

    $null = Invoke-LocalServer $Service Delete faults
    $null = Invoke-LocalServer $Service Delete requests
}

# Adds a fault script, as tests/LocalBedrock/README.md describes.
#   Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; count = $null }
function Add-LocalBedrockFault {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable[]] $Fault)

    $null = Invoke-LocalServer $Service Post faults -Body @($Fault)
}

# Gets the faults that haven't affected a request yet.
function Get-LocalBedrockFault {
    param([Parameter(Mandatory, Position = 0)] $Service)

    Invoke-LocalServer $Service Get faults
}

# Sets the clocks of the service, as tests/LocalBedrock/README.md describes.
#   Set-LocalBedrockClock $service @{ advance = '01:30:00' }
#   Set-LocalBedrockClock $service @{ speed = 60 }
function Set-LocalBedrockClock {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable] $Move)

    $null = Invoke-LocalServer $Service Post clock -Body $Move
}

# Adds jobs with the members that the test needs, as tests/LocalBedrock/README.md describes.
#   Add-LocalBedrockJob $service @{ jobName = 'train-1'; endsAt = '00:10:00'; endsAs = 'Failed'; failureMessage = 'No data.' }
function Add-LocalBedrockJob {
    param([Parameter(Mandatory, Position = 0)] $Service, [Parameter(Mandatory, Position = 1)] [hashtable[]] $Job)

    $null = Invoke-LocalServer $Service Post jobs -Body @($Job)
}

# Removes all jobs, or the one with a name.
function Clear-LocalBedrockJob {
    param([Parameter(Mandatory, Position = 0)] $Service, [string] $JobName)

    $null = Invoke-LocalServer $Service Delete $(if ($JobName) { "jobs?jobName=$([uri]::EscapeDataString($JobName))" } else { 'jobs' })
}

Export-ModuleMember -Function *-LocalBedrock*
