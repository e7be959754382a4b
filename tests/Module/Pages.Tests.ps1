# The Markdown pages: their links work, and the map names every folder.

BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $pages = Get-ChildItem $root -Force -Exclude .git, out | Get-ChildItem -Recurse -Force -File -Filter *.md |
        ForEach-Object { @{ Page = [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/') } }
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)

    # The text without code, in which brackets aren't links.
    function Get-Prose {
        param([string] $Path)
        (Get-Content -Raw $Path).ReplaceLineEndings("`n") -replace '(?ms)^ *```.*?^ *```$' -replace '`[^`\n]*`'
    }

    # The anchors that GitHub gives the headings of a page.
    function Get-Anchor {
        param([string] $Path)
        $text = (Get-Content -Raw $Path).ReplaceLineEndings("`n") -replace '(?ms)^ *```.*?^ *```$'
        [regex]::Matches($text, '(?m)^#+ (.+)$') | ForEach-Object { ($_.Groups[1].Value.ToLowerInvariant() -replace '[^\w\- ]').Replace(' ', '-') }
    }

    # What is wrong with a link from a file in a folder; nothing if it works.
    function Get-LinkFault {
        param([string] $Link, [string] $Folder, [string] $Self)
        $path, $anchor = $Link -split '#', 2
        $target = $path ? (Join-Path $Folder $path) : $Self
        if (-not (Test-Path $target)) {
            "$Link doesn't exist"
        }
        elseif ($anchor -and $anchor -cnotin (Get-Anchor $target)) {
            "$Link has no such heading"
        }
    }
}

Describe 'The page <Page>' -ForEach $pages {
    It 'has links that work' {
        $file = Join-Path $root $Page
        $prose = Get-Prose $file
        $links = @([regex]::Matches($prose, '\]\(([^)\s]+)\)').ForEach({ $_.Groups[1].Value })) +
            @([regex]::Matches($prose, '(?m)^\[[^\]]+\]: (\S+)$').ForEach({ $_.Groups[1].Value }))
        $links -notmatch '^(https?|mailto):' | ForEach-Object { Get-LinkFault $_ (Split-Path $file) $file } | Should -BeNullOrEmpty
    }

    It 'defines the links that it refers to by name' {
        $prose = Get-Prose (Join-Path $root $Page)
        $names = [regex]::Matches($prose, '\]\[([^\]]+)\]').ForEach({ $_.Groups[1].Value })
        $names | Where-Object { $prose -notmatch "(?m)^\[$([regex]::Escape($_))\]: " } | Should -BeNullOrEmpty
    }
}

Describe 'The repository' {
    It 'links to its own pages and names pages that exist' {
        $files = Get-ChildItem $root -Force -Exclude .git, out | Get-ChildItem -Recurse -Force -File |
            Where-Object Extension -In .md, .cs, .ps1, .psm1, .psd1, .props, .targets, .csproj, .proj, .yml, .json, .xml, .txt, .resx
        $faults = foreach ($file in $files) {
            $text = Get-Content -Raw $file
            [regex]::Matches($text, 'https://(?:github\.com/bedrockjobs/bedrockjobs/(?:blob|tree)|raw\.githubusercontent\.com/bedrockjobs/bedrockjobs)/main/([\w./#-]+\w)') |
                ForEach-Object { Get-LinkFault $_.Groups[1].Value $root }
            [regex]::Matches($text, '(?<![\w/])(?:docs|tests/\w+)/[\w-]+\.md\b') | ForEach-Object { Get-LinkFault $_.Value $root }
        }
        $faults | Should -BeNullOrEmpty
    }

    It 'has a test command in the README that .ci/run runs' {
        $command = (Get-Content (Join-Path $root .ci run))[-1] -replace '^exec '
        (Get-Content (Join-Path $root README.md)) -ccontains $command | Should -BeTrue -Because $command
    }
}

Describe 'The map in docs/architecture.md' {
    It 'names every folder of the product, and the folders of the tests' {
        $map = Get-Content -Raw (Join-Path $root docs architecture.md)
        $folders = @('BedrockJobs', 'BedrockJobs.Aws' | ForEach-Object { Get-ChildItem (Join-Path $root src $_) -Directory }) +
            @(Get-ChildItem (Join-Path $root src) -Directory) + @(Get-ChildItem (Join-Path $root tests) -Directory -Exclude *.Tests)
        $folders.Where({ $_.EnumerateFiles('*', 'AllDirectories').GetEnumerator().MoveNext() }).Name |
            Where-Object { $map -notmatch "(?m)^ +$([regex]::Escape($_))/" } | Should -BeNullOrEmpty
    }
}

Describe 'The reasons in docs/decisions.md' {
    It 'include every dependency' {
        $decisions = Get-Content -Raw (Join-Path $root docs decisions.md)
        $packages = ([xml](Get-Content -Raw (Join-Path $root Directory.Packages.props))).SelectNodes('//PackageVersion').Include
        $packages.Count | Should -BeGreaterThan 5
        $packages | Where-Object { $decisions -notmatch "(?m)^\|[^|]*\b$([regex]::Escape($_))\b[^|]*\|" } | Should -BeNullOrEmpty
    }
}
