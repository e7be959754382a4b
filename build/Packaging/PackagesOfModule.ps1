# Dot-sourced by the scripts that describe what the package contains.

# The NuGet packages that a staged module contains files of, by name.
function Get-PackageOfModule {
    param(
        [Parameter(Mandatory)] [string] $Module,
        [Parameter(Mandatory)] [string] $Assets
    )

    $restored = Get-Content -Raw $Assets | ConvertFrom-Json -AsHashtable
    $staged = (Get-ChildItem (Join-Path $Module lib net8.0) -Filter *.dll).Name
    $ours = $staged -like 'BedrockJobs.*'
    $found = foreach ($key in $restored.targets['net8.0'].Keys) {
        $library = $restored.libraries[$key]
        if ($library.type -ne 'package') {
            continue
        }

        $files = @($restored.targets['net8.0'][$key].runtime.Keys | Split-Path -Leaf | Where-Object { $_ -in $staged })
        if (-not $files) {
            continue
        }

        $folder = @($restored.packageFolders.Keys | ForEach-Object { Join-Path $_ $library.path } | Where-Object { Test-Path $_ })[0]
        [pscustomobject]@{
            Name = $key.Split('/')[0]
            Version = $key.Split('/')[1]
            Files = $files
            Nuspec = (Get-ChildItem $folder -Filter *.nuspec).FullName
            Notices = @(Get-ChildItem $folder -File | Where-Object Name -Match '^(THIRD-PARTY-NOTICES|NOTICE)(\.(txt|md))?$' | ForEach-Object FullName)
        }
    }

    $unknown = $staged | Where-Object { $_ -notin $ours -and $_ -notin $found.Files }
    if ($unknown) {
        throw "No restored package is known to contain $($unknown -join ', ')."
    }

    $found | Sort-Object Name
}
