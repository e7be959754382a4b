# The pictures of the README: they show what the module prints.

BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root build Pictures Screenshots.psm1)
    $scenes = Get-Scene
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    Import-Module (Join-Path $root build Pictures Screenshots.psm1)
    Import-Module (Join-Path $root build Pictures TerminalScreen.psm1)
    Add-Type -Path (Join-Path $PSScriptRoot WindowHost.cs)

    # The lines of text in a picture.
    function Get-PictureLine {
        param([string] $Name)
        $document = [xml]::new()
        $document.PreserveWhitespace = $true
        $document.Load((Join-Path $root docs images "$Name.svg"))
        $document.SelectNodes('//*[local-name()="text"]').InnerText
    }

    # Runs the command of a scene without a terminal. Returns its output and its progress records.
    function Invoke-Scene {
        param([hashtable] $Scene)
        $service = Start-SceneService $Scene
        $runspace = [runspacefactory]::CreateRunspace([WindowHost]::new(24))
        try {
            Set-LocalBedrockEnvironment $service
            $runspace.Open()
            $powershell = [powershell]::Create($runspace).AddScript("Import-Module '$manifest'; `$PSStyle.OutputRendering = 'PlainText'; $($Scene.Command) | Out-String -Stream -Width $($Scene.Width - 1)")
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $running = $powershell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            if ($Scene.Until) {
                Wait-Until { $output.Count } -Because 'the job that has ended is written'
                $powershell.Streams.Progress.Clear()
                Wait-Until { @($powershell.Streams.Progress | Where-Object ParentActivityId -GT 0).Count -ge 2 } -Because 'each other job has its progress'
                $powershell.Stop()
            }
            else {
                $null = $powershell.EndInvoke($running)
            }

            # The import also writes progress, and completed progress isn't displayed.
            $shown = if ($Scene.Until) { $powershell.Streams.Progress | Where-Object RecordType -EQ Processing | Where-Object Activity -NotLike 'Preparing*' }
            [pscustomobject]@{ Output = @($output | ForEach-Object TrimEnd | Where-Object { $_ }); Progress = @($shown | Group-Object ActivityId | ForEach-Object { $_.Group[-1] }) }
        }
        finally {
            $runspace.Dispose()
            Stop-LocalBedrock $service
        }
    }
}

Describe 'The picture <Name>' -ForEach $scenes {
    BeforeAll {
        $timeZone = $env:TZ
        $env:TZ = 'UTC'
        [TimeZoneInfo]::ClearCachedData()
        $scene = Get-Scene $Name
        $lines = @(Get-PictureLine $Name | ForEach-Object TrimEnd)
        $actual = Invoke-Scene $scene
    }

    AfterAll {
        $env:TZ = $timeZone
        [TimeZoneInfo]::ClearCachedData()
    }

    It 'shows the command and what it prints, to the letter' {
        $lines[0] | Should -BeExactly "PS> $($scene.Command)"
        $printed = $lines | Select-Object -Skip 1 | Where-Object { $_ -notmatch '\[.+\]$' }
        $printed | Should -BeExactly $actual.Output
    }

    It 'shows the progress that the command reports' {
        $shown = $lines -match '\[.+\]$' -replace ' +\]$', ']' | ForEach-Object Trim
        $shown | Should -BeExactly @($actual.Progress | ForEach-Object { "$($_.Activity) [$($_.StatusDescription)]" })
    }

    It 'is in the README' {
        Get-Content -Raw (Join-Path $root README.md) | Should -BeLike "*](docs/images/$Name.svg)*"
    }
}

Describe 'Export-Screenshots.ps1' {
    # The script needs a pseudoterminal.
    if ($IsLinux) {
        It 'makes the pictures as they are' {
            $made = Join-Path $TestDrive pictures
            $null = Invoke-NewPowerShell "& '$(Join-Path $root build Pictures Export-Screenshots.ps1)' -Destination '$made'"
            foreach ($scene in Get-Scene) {
                Get-Content -Raw (Join-Path $made "$($scene.Name).svg") |
                    Should -BeExactly (Get-Content -Raw (Join-Path $root docs images "$($scene.Name).svg")) -Because 'build.ps1 Screenshots makes it'
            }
        }
    }
}

Describe 'A terminal screen' {
    It 'keeps text where the cursor puts it, and the style of each run' {
        $screen = New-TerminalScreen -Width 10
        $screen.Write("one`r`n`e[31mred`e[0m`e[1;1H")
        $screen.Write("O`e[3;2Hdown`e[")
        $screen.Write('6n')
        "$screen" | Should -BeExactly "One`nred`n down"
        $screen.Reply | Should -BeExactly "`e[3;6R"
        $screen.GetLines()[1][0].Style | Should -Be 31
    }

    It 'breaks a line at its width' {
        $screen = New-TerminalScreen -Width 3
        $screen.Write('abcd')
        "$screen" | Should -BeExactly "abc`nd"
    }

    It 'is drawn as XML, whatever the text' {
        $screen = New-TerminalScreen -Width 20
        $screen.Write("`e[7m<a> & `"b`"`e[27m")
        ([xml]((ConvertTo-Svg $screen -Title '<&>') -join "`n")).svg.g.text.InnerText.Trim() | Should -BeExactly '<a> & "b"'
    }
}
