<#
.SYNOPSIS
    Makes the about topics that ship, about_NAME.help.txt, from the markdown in docs.
.DESCRIPTION
    Get-Help shows the file of an about topic unchanged, so its lines are broken at 80 columns. The markdown can contain
    headings, paragraphs, lists of one level, fenced code, and tables. The last column of a table is below the others.
.PARAMETER Destination
    The folder to write to.
#>
param([string] $Destination = (Join-Path $PSScriptRoot .. .. en-US))

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$width = 80

# Breaks text between words. Every line except the first has the hanging indentation.
function Format-Paragraph {
    param([string] $Text, [string] $First, [string] $Hanging = $First)

    $line = $First
    $isEmpty = $true
    foreach ($word in -split $Text) {
        if (-not $isEmpty -and $line.Length + 1 + $word.Length -gt $width) {
            $line
            $line = $Hanging
            $isEmpty = $true
        }

        $line += if ($isEmpty) { $word } else { " $word" }
        $isEmpty = $false
    }

    $line
}

function Format-Row {
    param([string[]] $Cells, [int[]] $Widths)

    $head = for ($i = 0; $i -lt $Cells.Count - 1; $i++) { $Cells[$i].PadRight($Widths[$i]) }
    "    $($head -join '  ')".TrimEnd()
    Format-Paragraph $Cells[-1] (' ' * 8)
}

function Format-RowSet {
    param([string[]] $Lines)

    $rows = foreach ($line in $Lines) {
        if ($line -notmatch '^\|[-|]+$') { , @($line.Trim('|').Split('|').Trim()) }
    }
    $widths = for ($i = 0; $i -lt $rows[0].Count - 1; $i++) { ($rows | ForEach-Object { $_[$i].Length } | Measure-Object -Maximum).Maximum }
    $isFirst = $true
    foreach ($row in $rows) {
        if (-not $isFirst) { '' }
        Format-Row $row $widths
        $isFirst = $false
    }
}

# Empty lines separate blocks, except within fences.
function ConvertTo-AboutText {
    param([string] $Markdown)

    foreach ($block in [regex]::Matches($Markdown, '(?ms)^```\w*\n(?<code>.*?)^```$|^(?<text>\S.*?)(?=\n\n|\n*\z)')) {
        if ($block.Groups['code'].Success) {
            $block.Groups['code'].Value.TrimEnd() -split '\n' | ForEach-Object { if ($_) { "        $_" } else { '' } }
        }
        else {
            $lines = $block.Groups['text'].Value -split '\n'
            switch -Regex -CaseSensitive ($lines[0]) {
                '^# (.+)' { 'TOPIC', "    $($Matches[1])"; break }
                '^## (.+)' { $Matches[1].ToUpperInvariant(); break }
                '^- ' { ($lines -join "`n") -split '(?m)^- ' | Where-Object { $_ } | ForEach-Object { Format-Paragraph $_ '    - ' (' ' * 6) }; break }
                '^\|' { Format-RowSet $lines; break }
                default { Format-Paragraph ($lines -join ' ') (' ' * 4) }
            }
        }

        # The text follows its heading without an empty line.
        if ($block.Value -notmatch '^## ') { '' }
    }
}

$null = New-Item -ItemType Directory -Force $Destination
foreach ($source in Get-ChildItem (Join-Path $PSScriptRoot .. .. docs) -Filter about_*.md) {
    $text = (Get-Content -Raw $source.FullName).ReplaceLineEndings("`n")
    $path = Join-Path (Resolve-Path $Destination) "$($source.BaseName).help.txt"
    [IO.File]::WriteAllText($path, (ConvertTo-AboutText $text) -join "`n")
    Get-Item $path
}
