# Compiles the module and puts its files together.

function Invoke-Build {
    Invoke-DotNet build (Join-Path $root BedrockJobs.sln)
    Publish-MachineCode $thisPlatform
    Update-StagedModule -Target $module -Platform $thisPlatform
    "Staged $(Join-Path $module BedrockJobs.psd1)"
}

function Get-MachineCodeFolder {
    param([string] $Platform)

    Join-Path $artifacts publish MachineCode "release_$Platform"
}

# If the compiler for a platform can't be restored, the module works there too, but its first request is slower.
function Publish-MachineCode {
    param([string[]] $Platform)

    foreach ($name in $Platform) {
        try {
            Invoke-DotNet publish (Join-Path $root build MachineCode) '--runtime', $name
        }
        catch {
            Remove-Item (Get-MachineCodeFolder $name) -Recurse -Force -ErrorAction Ignore
            Write-Warning "Staged without machine code for $name, where the first request of a session takes longer. $_"
        }
    }
}

# The assemblies of the service half. The folder may also contain files of an earlier build with another -BedrockSdk.
function Get-LibraryName {
    $dependencies = Get-Content -Raw (Join-Path $built BedrockJobs.Aws release BedrockJobs.Aws.deps.json) | ConvertFrom-Json -AsHashtable
    foreach ($library in $dependencies.targets['.NETCoreApp,Version=v8.0'].Values) {
        if ($library.ContainsKey('runtime')) {
            $library.runtime.Keys | Split-Path -Leaf
        }
    }
}

# Puts the module's files where Import-Module finds them together.
function Update-StagedModule {
    param([string] $Target, [string[]] $Platform)

    $files = [ordered]@{}
    foreach ($path in 'BedrockJobs.psd1', 'LICENSE', 'CHANGELOG.md') {
        $files[$path] = Join-Path $root $path
    }

    foreach ($path in 'BedrockJobs.dll', 'BedrockJobs.Format.ps1xml', 'BedrockJobs.Types.ps1xml') {
        $files[$path] = Join-Path $built BedrockJobs release $path
    }

    $files['BedrockJobs.Loader.dll'] = Join-Path $built BedrockJobs.Loader release BedrockJobs.Loader.dll
    foreach ($name in Get-LibraryName) {
        $files["lib/net8.0/$name"] = Join-Path $built BedrockJobs.Aws release $name
        foreach ($machine in $Platform) {
            $compiled = Join-Path (Get-MachineCodeFolder $machine) $name
            if (Test-Path $compiled) {
                # The loader chooses the folder by this name: see LibraryFolder.
                $files["lib/net10.0-$machine/$name"] = $compiled
            }
        }
    }

    foreach ($file in Get-ChildItem (Join-Path $root en-US) -File -ErrorAction Ignore) {
        $files["en-US/$($file.Name)"] = $file.FullName
    }

    foreach ($path in $files.Keys) {
        Update-File -Source $files[$path] -Target (Join-Path $Target $path)
    }

    $expected = $files.Keys | ForEach-Object { [IO.Path]::GetFullPath((Join-Path $Target $_)) }
    Get-ChildItem $Target -Recurse -File | Where-Object FullName -NotIn $expected | ForEach-Object { Remove-StagedFile $_.FullName }
}

function Update-File {
    param([string] $Source, [string] $Target)

    if ((Test-Path $Target) -and (Get-FileHash $Source).Hash -eq (Get-FileHash $Target).Hash) {
        return
    }

    # Never written over in place: another PowerShell may have the file mapped.
    Remove-StagedFile $Target
    $null = New-Item -ItemType Directory -Force (Split-Path $Target)
    Copy-Item $Source $Target
}

# On Windows a loaded assembly can't be removed, but it can be moved out of the way.
function Remove-StagedFile {
    param([string] $Path)

    if (-not (Test-Path $Path)) {
        return
    }

    try {
        Remove-Item $Path
    }
    catch [UnauthorizedAccessException], [IO.IOException] {
        $attic = New-Item -ItemType Directory -Force (Join-Path $out replaced)
        Move-Item $Path (Join-Path $attic "$([guid]::NewGuid())-$(Split-Path $Path -Leaf)")
    }

    Get-ChildItem (Join-Path $out replaced) -File -ErrorAction Ignore | Remove-Item -ErrorAction Ignore
}
