# Dot-sourced by Help.Tests.ps1: reads the help of a cmdlet from markdown in PlatyPS's schema.

# The parts of a text under headings of the specified level, each with Title and Body.
function Split-Markdown {
    param([string] $Text, [int] $Level)

    $heading = '(?m)^' + ('#' * $Level) + ' (?<title>.+)$'
    # A line in a code fence isn't a heading.
    $masked = [regex]::Replace($Text, '(?ms)^```.*?^```', { ' ' * $args[0].Value.Length })
    $found = @([regex]::Matches($masked, $heading))
    for ($i = 0; $i -lt $found.Count; $i++) {
        $start = $found[$i].Index + $found[$i].Length
        $end = if ($i + 1 -lt $found.Count) { $found[$i + 1].Index } else { $Text.Length }
        [pscustomobject]@{ Title = $found[$i].Groups['title'].Value; Body = $Text.Substring($start, $end - $start).Trim() }
    }
}

# The value of a key in a block of YAML: a value, or the items of a list.
function Read-YamlValue {
    param([string] $Yaml, [string] $Name)

    $match = [regex]::Match($Yaml, "(?m)^ *$Name`: ?(?<value>.*)`$(?<items>(\n- .+(\n  .+)*)*)")
    if (-not $match.Success) { throw "There is no $Name in:`n$Yaml" }
    $items = [regex]::Matches($match.Groups['items'].Value, '(?m)^- (?<item>.+(\n  .+)*)')
    if ($items.Count) { return $items.ForEach({ $_.Groups['item'].Value }) }

    $value = $match.Groups['value'].Value.Trim("'")
    if ($value -ne '[]') { $value }
}

function Read-MarkdownParameter {
    param($Part)

    $description, $yaml = $Part.Body -split '```yaml\n'
    [pscustomobject]@{
        Name              = $Part.Title.TrimStart('-')
        Description       = $description.Trim()
        Type              = Read-YamlValue $yaml Type
        DefaultValue      = Read-YamlValue $yaml DefaultValue
        SupportsWildcards = Read-YamlValue $yaml SupportsWildcards
        Aliases           = @(Read-YamlValue $yaml Aliases)
        AcceptedValues    = @(Read-YamlValue $yaml AcceptedValues)
        Sets              = @(foreach ($set in Read-YamlValue $yaml ParameterSets) {
                [pscustomobject]@{
                    Name                            = Read-YamlValue $set Name
                    Position                        = Read-YamlValue $set Position
                    IsMandatory                     = Read-YamlValue $set IsRequired
                    ValueFromPipeline               = Read-YamlValue $set ValueFromPipeline
                    ValueFromPipelineByPropertyName = Read-YamlValue $set ValueFromPipelineByPropertyName
                    ValueFromRemainingArguments     = Read-YamlValue $set ValueFromRemainingArguments
                }
            })
    }
}

function Read-CommandMarkdown {
    param([Parameter(Mandatory)] [string] $Path)

    $text = (Get-Content -Raw $Path).ReplaceLineEndings("`n")
    $sections = @{}
    foreach ($section in Split-Markdown $text 2) { $sections[$section.Title] = $section.Body }

    [pscustomobject]@{
        HelpUri     = Read-YamlValue $text HelpUri
        Synopsis    = $sections.SYNOPSIS
        Syntax      = @(Split-Markdown $sections.SYNTAX 3 | ForEach-Object { [pscustomobject]@{ Title = $_.Title; Body = $_.Body.Trim('`', "`n") } })
        Description = $sections.DESCRIPTION
        Examples    = @(foreach ($example in Split-Markdown $sections.EXAMPLES 3) {
                if ($example.Body -notmatch '(?s)^```powershell\n(?<code>.+?)\n```\n\n(?<remarks>.+)$') {
                    throw "'$($example.Title)' is not one block of PowerShell and then its explanation."
                }

                [pscustomobject]@{ Title = $example.Title; Code = $Matches.code; Remarks = $Matches.remarks }
            })
        Parameters  = @(Split-Markdown $sections.PARAMETERS 3 | Where-Object Title -Like -* | ForEach-Object { Read-MarkdownParameter $_ })
        Inputs      = @(Split-Markdown $sections.INPUTS 3)
        Outputs     = @(Split-Markdown $sections.OUTPUTS 3)
        Notes       = $sections.NOTES
        Links       = @([regex]::Matches($sections.'RELATED LINKS', '(?m)^- \[(?<text>.+)\]\((?<address>.+)\)$') | ForEach-Object {
                [pscustomobject]@{ Text = $_.Groups['text'].Value; Address = $_.Groups['address'].Value }
            })
    }
}
