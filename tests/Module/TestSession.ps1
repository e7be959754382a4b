# Dot-sourced by each test file's BeforeAll: imports the module, and what starts the service.

$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $root tests LocalBedrock LocalBedrock.psm1)
$manifest = $env:BEDROCKJOBS_TESTED
Import-Module $manifest

# Runs a script in a new PowerShell; returns what it prints.
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

# Waits until something is so; fails where it does not come about in a time that is generous.
function Wait-Until {
    param([Parameter(Mandatory)] [scriptblock] $Condition, [string] $Because = "$Condition")

    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt 15) {
            throw "Did not come about: $Because"
        }

        Start-Sleep -Milliseconds 20
    }
}
