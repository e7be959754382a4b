<#
.SYNOPSIS
    Makes the pictures of the README: runs the staged module in a terminal, and draws the terminal's screen as SVG.
.DESCRIPTION
    The terminal is a pseudoterminal that script, of util-linux, opens. So this needs Linux.
.PARAMETER Destination
    The folder to write to.
#>
param([string] $Destination = (Join-Path $PSScriptRoot .. .. docs images))

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = Split-Path (Split-Path $PSScriptRoot)
$module = Join-Path $root out BedrockJobs
$timeLimit = [timespan]::FromMinutes(2)
foreach ($path in 'build/Pictures/TerminalScreen.psm1', 'build/Pictures/Screenshots.psm1', 'tests/LocalBedrock/LocalBedrock.psm1') {
    Import-Module (Join-Path $root $path)
}

if (-not $IsLinux -or -not (Get-Command script -CommandType Application -ErrorAction Ignore)) {
    throw 'Screenshots are made on Linux, with the command script of the package util-linux (bsdutils on Debian and Ubuntu).'
}

# Starts a command in a pseudoterminal of its own, with nothing of the user's AWS configuration.
function Start-Terminal {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([Diagnostics.Process])]
    param([hashtable] $Scene, $Service, [string] $Script)

    if (-not $PSCmdlet.ShouldProcess($Scene.Name)) { return }
    $start = [Diagnostics.ProcessStartInfo]::new('script')
    $pwsh = "'$([Environment]::ProcessPath)' '$(Join-Path $PSHOME pwsh.dll)'"
    foreach ($argument in '-qfec', "stty cols $($Scene.Width) rows 24; exec $pwsh -NoProfile -NonInteractive -File '$Script'", '/dev/null') {
        $start.ArgumentList.Add($argument)
    }

    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    foreach ($variable in (Get-LocalBedrockEnvironment $Service).GetEnumerator()) {
        if ($null -eq $variable.Value) { $null = $start.Environment.Remove($variable.Key) } else { $start.Environment[$variable.Key] = $variable.Value }
    }

    $start.Environment['TZ'] = 'UTC'
    $start.Environment['TERM'] = 'xterm-256color'
    $null = $start.Environment.Remove('NO_COLOR')
    [Diagnostics.Process]::Start($start)
}

# Shows the scene's command as typed, and runs it.
function Get-SceneScript {
    param([hashtable] $Scene)

    "Import-Module '$module'; Write-Host 'PS> $($Scene.Command.Replace("'", "''"))'; $($Scene.Command)"
}

function Get-Screen {
    param([hashtable] $Scene, [Diagnostics.Process] $Terminal)

    $screen = New-TerminalScreen -Width $Scene.Width
    $buffer = [char[]]::new(4096)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $read = $Terminal.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
        if (-not $read.Wait($timeLimit - $watch.Elapsed)) { throw "The picture $($Scene.Name) did not come about:`n$screen" }
        if ($read.Result -eq 0) { break }
        $screen.Write([string]::new($buffer, 0, $read.Result))
        if ($screen.Reply) { $Terminal.StandardInput.Write($screen.Reply) }
        if ($Scene.Until -and "$screen" -match $Scene.Until) { break }
    }

    $screen
}

$null = New-Item -ItemType Directory -Force $Destination
foreach ($scene in Get-Scene) {
    $script = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).ps1"
    Set-Content $script (Get-SceneScript $scene)
    $service = Start-SceneService $scene
    $terminal = Start-Terminal -Scene $scene -Service $service -Script $script
    try {
        $screen = Get-Screen $scene $terminal
    }
    finally {
        $terminal.Kill($true)
        Stop-LocalBedrock $service
        Remove-Item $script
    }

    $path = Join-Path (Resolve-Path $Destination) "$($scene.Name).svg"
    [IO.File]::WriteAllText($path, ((ConvertTo-Svg $screen -Title $scene.Title) -join "`n") + "`n")
    Get-Item $path
}
