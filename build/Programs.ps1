# Starts programs: dotnet, and new PowerShell processes.

function Invoke-Native {
    param([Parameter(Mandatory)] [string] $Program, [string[]] $Arguments)

    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Program $Arguments ended with exit code $LASTEXITCODE."
    }
}

function Invoke-DotNet {
    param([Parameter(Mandatory)] [string] $Verb, [Parameter(Mandatory)] [string] $Project, [string[]] $Arguments)

    Invoke-Native dotnet (@($Verb, $Project, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet', "-p:BedrockSdk=$(Get-BedrockSdk)") + $Arguments)
}

# PowerShell that came as a .NET tool has no program of its own to start.
function Get-PowerShellCommand {
    $process = [Environment]::ProcessPath
    if ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') { $process, (Join-Path $PSHOME pwsh.dll) } else { , $process }
}

function Invoke-NewPowerShell {
    param([Parameter(Mandatory)] [string[]] $Arguments)

    $program, $rest = Get-PowerShellCommand
    & $program @($rest) @Arguments
}

# Two runs in one clone would replace each other's files, so the second one waits.
function Lock-OutputFolder {
    $null = New-Item -ItemType Directory -Force $out
    $path = Join-Path $out lock
    for ($isFirst = $true; ; $isFirst = $false) {
        try {
            return [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch [IO.IOException] {
            if ($isFirst) { Write-Host 'Waiting for another build.ps1 that uses this folder.' }
            Start-Sleep -Milliseconds 500
        }
    }
}
