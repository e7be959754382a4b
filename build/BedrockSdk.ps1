# Chooses what the module is built on: the package AWSSDK.Bedrock, or its stand-in src/BedrockJobs.Sdk.

# NuGet's errors for a package that the source doesn't have, or that doesn't fit: no package of this name; no such version;
# only a prerelease; another version; a downgrade or a conflict of a dependency; no files for this .NET.
$unavailable = 'NU1101', 'NU1102', 'NU1103', 'NU1107', 'NU1109', 'NU1202', 'NU1603', 'NU1605', 'NU1608'

function Assert-SdkChoice {
    if ($BedrockSdk -eq 'auto') {
        throw "$Task needs -BedrockSdk package or -BedrockSdk source, so that the content of the package doesn't depend on this computer. Releases use -BedrockSdk package."
    }
}

# package or source, as -BedrockSdk says or, with auto, as the package source allows.
function Get-BedrockSdk {
    if ($BedrockSdk -eq 'auto') {
        $script:BedrockSdk = Resolve-BedrockSdk
    }

    $BedrockSdk
}

# The choice is kept for a day, because finding out takes seconds.
function Resolve-BedrockSdk {
    $memory = Join-Path $out bedrock-sdk.json
    $key = Get-SdkChoiceKey
    $kept = Get-Item $memory -ErrorAction Ignore | Where-Object LastWriteTime -GT (Get-Date).AddDays(-1) | Get-Content -Raw | ConvertFrom-Json
    if (-not $kept -or $kept.Key -ne $key) {
        $missing = Get-RestoreError
        $kept = @{ Key = $key; Sdk = $missing ? 'source' : 'package'; Reason = $missing }
        $kept | ConvertTo-Json | Set-Content $memory
    }

    Write-Host ($kept.Sdk -eq 'package' ? 'Building on the package AWSSDK.Bedrock.' :
        "Building on src/BedrockJobs.Sdk, because AWSSDK.Bedrock can't be restored ($($kept.Reason)).")
    $kept.Sdk
}

# What the choice depends on: the project, the versions, and the settings of NuGet.
function Get-SdkChoiceKey {
    $files = @('Directory.Packages.props', 'global.json', 'build/SdkProbe/SdkProbe.csproj' | ForEach-Object { Join-Path $root $_ }) + @(dotnet nuget config paths --working-directory $root)
    (Get-FileHash ($files | Where-Object { Test-Path $_ -PathType Leaf })).Hash -join ' '
}

# Restores a project that needs the package. Returns the errors that make the package unavailable. Any other error ends the
# build: a source that can't be reached, for example, says nothing about the package.
function Get-RestoreError {
    param([string[]] $Arguments = @())

    $lines = @(dotnet restore (Join-Path $root build SdkProbe SdkProbe.csproj) --nologo --verbosity quiet @Arguments 2>&1)
    if ($LASTEXITCODE -eq 0) {
        return
    }

    $codes = @([regex]::Matches($lines -join "`n", 'error (\w+)').ForEach({ $_.Groups[1].Value }) | Sort-Object -Unique)
    if (-not $codes -or $codes.Where({ $_ -notin $unavailable })) {
        throw "The packages can't be restored: $($lines -join [Environment]::NewLine)"
    }

    $codes -join ', '
}
