# Dot-sourced by the BeforeAll of each test file: imports the module, and the functions that start the service.

$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $root tests LocalBedrock LocalBedrock.psm1)
$manifest = $env:BEDROCKJOBS_TESTED
Import-Module $manifest

# Runs a script in a new PowerShell. Returns its output.
function Invoke-NewPowerShell {
    param([Parameter(Mandatory)] [string] $Script)

    dotnet (Join-Path $PSHOME pwsh.dll) -NoProfile -NonInteractive -Command $Script
}

# Runs a script in a separate runspace that can be stopped, and captures every stream.
function New-TestPowerShell {
    param([Parameter(Mandatory)] [string] $Script)

    $powershell = [powershell]::Create()
    $null = $powershell.AddScript("Import-Module '$manifest'").Invoke()
    $powershell.Commands.Clear()
    $powershell.AddScript($Script)
}

# Waits until a condition is true. Fails after a generous time limit.
function Wait-Until {
    param([Parameter(Mandatory)] [scriptblock] $Condition, [string] $Because = "$Condition")

    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt 60) {
            throw "Did not come about: $Because"
        }

        Start-Sleep -Milliseconds 20
    }
}

# Runs a script block with all time limits of the module at a tenth, so that a test doesn't have to wait them out.
function Invoke-WithShortLimits {
    param([Parameter(Mandatory)] [scriptblock] $Script)

    [AppContext]::SetData('BedrockJobs.TimeLimitFactor', 0.1)
    try { & $Script } finally { [AppContext]::SetData('BedrockJobs.TimeLimitFactor', $null) }
}

# Runs a script in a runspace whose user gives these answers, as described in WindowHost.cs. Returns its output. $user has the
# Questions, and $userErrors are the errors that the user saw.
function Invoke-Answered {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Answer, [Parameter(Mandatory)] [string] $Script)

    Add-Type -Path (Join-Path $PSScriptRoot WindowHost.cs)
    $script:user = [WindowHost]::new(24, 100, $Answer)
    $runspace = [runspacefactory]::CreateRunspace($user)
    $runspace.Open()
    $powershell = [powershell]::Create($runspace)
    try {
        $powershell.AddScript("Import-Module '$manifest'; $Script").Invoke()
        $script:userErrors = @($powershell.Streams.Error)
    }
    finally {
        $powershell.Dispose()
        $runspace.Dispose()
    }
}
