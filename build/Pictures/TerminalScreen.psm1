# A terminal's screen as text cells: takes what a program writes to a terminal, and draws the screen as SVG.

Set-StrictMode -Version Latest

# The colors of a dark terminal, in the order of the ANSI numbers, first the normal ones and then the bright ones.
$palette = '#1e1e1e', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5',
    '#666666', '#f14c4c', '#23d18b', '#f5f543', '#3b8eea', '#d670d6', '#29b8db', '#ffffff'
$foreground, $background = '#cccccc', '#1e1e1e'
$characterWidth, $lineHeight, $margin = 8.4, 18, 16

class TerminalScreen {
    [int] $Width
    [int] $Row
    [int] $Column
    [string] $Style = ''
    [string] $Reply = ''
    hidden [string] $Rest = ''
    hidden [Collections.Generic.List[object]] $Lines = [Collections.Generic.List[object]]::new()

    TerminalScreen([int] $columns) { $this.Width = $columns }

    # Takes what the program writes. What it asks for, the place of the cursor, is in Reply afterwards.
    [void] Write([string] $text) {
        $this.Reply = ''
        $text = $this.Rest + $text
        $this.Rest = ''
        for ($i = 0; $i -lt $text.Length; $i++) {
            if ($text[$i] -ne "`e") { $this.Put($text[$i]); continue }

            $sequence = [regex]::Match($text.Substring($i), '^\e(\[(?<parameters>[0-?]*)(?<command>[@-~])|\].*?(\a|\e\\)|[=>78])')
            if (-not $sequence.Success) { $this.Rest = $text.Substring($i); return }
            if ($sequence.Groups['command'].Success) { $this.Control($sequence.Groups['command'].Value, $sequence.Groups['parameters'].Value) }
            $i += $sequence.Length - 1
        }
    }

    hidden [void] Put([char] $character) {
        switch ($character) {
            "`r" { $this.Column = 0; return }
            "`n" { $this.Row++; return }
            "`a" { return }
        }

        if ($this.Column -eq $this.Width) { $this.Column = 0; $this.Row++ }
        while ($this.Lines.Count -le $this.Row) { $this.Lines.Add(@{}) }
        $this.Lines[$this.Row][$this.Column] = @{ Character = $character; Style = $this.Style }
        $this.Column++
    }

    hidden [void] Control([string] $command, [string] $parameters) {
        $numbers = @($parameters -split ';' -match '^\d+$' | ForEach-Object { [int] $_ })
        $first = $numbers.Count ? $numbers[0] : 0
        switch -CaseSensitive ($command) {
            m { $this.SetStyle($numbers) }
            H { $this.Row = [Math]::Max($first, 1) - 1; $this.Column = ($numbers.Count -gt 1 ? $numbers[1] : 1) - 1 }
            n { if ($first -eq 6) { $this.Reply += "`e[$($this.Row + 1);$($this.Column + 1)R" } }
            h { }
            l { }
            default { throw "The terminal doesn't know the control sequence ESC [ $parameters $command." }
        }
    }

    # A style is the numbers that make it, such as '33 1'.
    hidden [void] SetStyle([int[]] $numbers) {
        $set = [Collections.Generic.List[int]]@(-split $this.Style -ne '')
        foreach ($number in $numbers.Count ? $numbers : @(0)) {
            switch ($number) {
                0 { $set.Clear(); break }
                22 { $null = $set.Remove(1); break }
                23 { $null = $set.Remove(3); break }
                27 { $null = $set.Remove(7); break }
                39 { $null = $set.RemoveAll({ $args[0] -ge 30 }); break }
                49 { break }
                default {
                    if ($number -ge 30) { $null = $set.RemoveAll({ $args[0] -ge 30 }) }
                    if (-not $set.Contains($number)) { $set.Add($number) }
                }
            }
        }

        $this.Style = $set -join ' '
    }

    # The lines of the screen, each as runs of text of one style. What only blanks follow is left out.
    [object[]] GetLines() {
        $all = [Collections.Generic.List[object]]::new()
        foreach ($line in $this.Lines) {
            $runs = [Collections.Generic.List[object]]::new()
            for ($place = 0; $place -lt $this.Width; $place++) {
                $cell = $line[$place] ?? @{ Character = ' '; Style = '' }
                if ($runs.Count -and $runs[-1].Style -eq $cell.Style) { $runs[-1].Text += $cell.Character }
                else { $runs.Add(@{ Column = $place; Text = "$($cell.Character)"; Style = $cell.Style }) }
            }

            if (-not $runs[-1].Style) { $runs[-1].Text = $runs[-1].Text.TrimEnd() }
            if (-not $runs[-1].Text) { $runs.RemoveAt($runs.Count - 1) }
            $all.Add($runs)
        }

        while ($all.Count -and -not $all[-1].Count) { $all.RemoveAt($all.Count - 1) }
        return $all.ToArray()
    }

    [string] ToString() {
        $texts = foreach ($line in $this.GetLines()) { -join @(foreach ($run in $line) { $run.Text }) }
        return $texts -join "`n"
    }
}

<#
.SYNOPSIS
    Makes an empty screen.
#>
function New-TerminalScreen {
    param([Parameter(Mandatory)] [int] $Width)

    [TerminalScreen]::new($Width)
}

function ConvertTo-Number {
    param([double] $Value)

    $Value.ToString('0.#', [cultureinfo]::InvariantCulture)
}

# One run of text; where it is shown in reverse, with a box behind it.
function Format-Run {
    param($Run, [double] $Y)

    $numbers = [int[]] @(-split $Run.Style -ne '')
    $color = $foreground
    foreach ($number in $numbers) {
        if ($number -in 30..37) { $color = $palette[$number - 30] }
        if ($number -in 90..97) { $color = $palette[$number - 82] }
    }

    $x = ConvertTo-Number ($margin + $Run.Column * $characterWidth)
    $width = ConvertTo-Number ($Run.Text.Length * $characterWidth)
    $box = if (7 -in $numbers) {
        "<rect x=`"$x`" y=`"$(ConvertTo-Number ($Y - 13.5))`" width=`"$width`" height=`"$lineHeight`" fill=`"$color`"/>"
        $color = $background
    }
    $weight = if (1 -in $numbers) { ' font-weight="bold"' }
    $slant = if (3 -in $numbers) { ' font-style="italic"' }
    $text = "<tspan x=`"$x`" textLength=`"$width`" fill=`"$color`"$weight$slant>$([Security.SecurityElement]::Escape($Run.Text))</tspan>"
    [pscustomobject]@{ Box = "$box"; Text = $text }
}

<#
.SYNOPSIS
    Draws the screen as SVG.
.DESCRIPTION
    The text of each line is the text of one element, so that it can be read, found, and compared.
#>
function ConvertTo-Svg {
    param([Parameter(Mandatory)] $Screen, [Parameter(Mandatory)] [string] $Title)

    $lines = $Screen.GetLines()
    $width = ConvertTo-Number ($Screen.Width * $characterWidth + 2 * $margin)
    $height = ConvertTo-Number ($lines.Count * $lineHeight + 2 * $margin)
    "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$width`" height=`"$height`" viewBox=`"0 0 $width $height`" role=`"img`">"
    "<title>$([Security.SecurityElement]::Escape($Title))</title>"
    "<rect width=`"100%`" height=`"100%`" rx=`"8`" fill=`"$background`"/>"
    '<g font-family="Consolas, Menlo, ''DejaVu Sans Mono'', monospace" font-size="14" xml:space="preserve">'
    for ($i = 0; $i -lt $lines.Count; $i++) {
        $y = $margin + $i * $lineHeight + 13.5
        $runs = foreach ($run in $lines[$i]) { Format-Run $run $y }
        if ($runs) { "$(-join $runs.Box)<text y=`"$(ConvertTo-Number $y)`">$(-join $runs.Text)</text>" }
    }

    '</g>'
    '</svg>'
}

Export-ModuleMember -Function New-TerminalScreen, ConvertTo-Svg
