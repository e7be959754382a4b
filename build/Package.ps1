# Makes, installs and publishes the package.

function Invoke-Package {
    param([string[]] $Platform)

    Publish-MachineCode ($Platform | Where-Object { $_ -ne $thisPlatform })
    $staged = Join-Path $out package BedrockJobs
    Update-StagedModule -Target $staged -Platform $Platform

    $seconds = git -C $root log -1 --format=%ct
    $time = [DateTimeOffset]::FromUnixTimeSeconds($(if ($LASTEXITCODE -eq 0) { $seconds } else { 0 })).UtcDateTime
    $scripts = Join-Path $root build Packaging
    $intermediate = Join-Path $artifacts obj
    & (Join-Path $scripts Export-ThirdPartyNotices.ps1) -Module $staged -Path (Join-Path $staged THIRD-PARTY-NOTICES.txt) `
        -Assets (Join-Path $intermediate BedrockJobs.Aws project.assets.json)
    & (Join-Path $scripts Export-Sbom.ps1) -Module $staged -Path (Join-Path $staged bom.json) -Version $version -Time $time `
        -Project (Join-Path $root src BedrockJobs.Aws BedrockJobs.Aws.csproj) -Intermediate $intermediate
    Remove-Item (Join-Path $out *.nupkg)
    $made = & (Join-Path $scripts Export-Package.ps1) -Module $staged -Destination $out -Time $time
    "Packed $made"
}

# Installs the package from a repository in a folder, in a new PowerShell whose home is below out/.
function Install-BuiltPackage {
    Remove-Item $installed -Recurse -Force -ErrorAction Ignore
    $data = (New-Item -ItemType Directory (Join-Path $installed .local share)).FullName
    $before = $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA
    try {
        # PSResourceGet keeps its repositories and the user's modules below these.
        $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA = $installed, $data, $data
        Invoke-NewPowerShell '-NoProfile', '-NonInteractive', '-File', (Join-Path $root tests Module Install-Package.ps1), '-Package', $package, '-Path', $installed | Out-Host
    }
    finally {
        $env:HOME, $env:XDG_DATA_HOME, $env:LOCALAPPDATA = $before
    }

    if ($LASTEXITCODE -ne 0) {
        throw 'The package was not installed.'
    }
}

function Publish-Package {
    if (-not $env:PSGALLERY_API_KEY) {
        throw 'PSGALLERY_API_KEY is not set. Set it to an API key of the PowerShell Gallery.'
    }

    if ($env:GITHUB_REF_NAME -and $env:GITHUB_REF_NAME -ne "v$version") {
        throw "The tag is '$env:GITHUB_REF_NAME', but BedrockJobs.psd1 has version $version. Push the tag v$version."
    }

    $missing = $platforms | Where-Object { -not (Test-Path (Join-Path $out package BedrockJobs lib "net10.0-$_")) }
    if ($missing) {
        throw "The package has no machine code for $($missing -join ', '). Restore the compiler and the runtime packs, and try again."
    }

    Publish-PSResource -NupkgPath $package -Repository PSGallery -ApiKey $env:PSGALLERY_API_KEY
}
