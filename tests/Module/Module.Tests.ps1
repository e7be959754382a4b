# The module as it ships.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $folder = Split-Path $manifest
    $machineCode = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    $machineCodeFolders = @((Get-ChildItem (Join-Path $folder lib) -Directory -Filter net10.0-*).Name)

    # The client of Amazon Bedrock: AWSSDK.Bedrock, or the source-compatible subset.
    $client = (Get-ChildItem (Join-Path $folder lib net8.0) | Where-Object Name -In AWSSDK.Bedrock.dll, BedrockJobs.Sdk.dll).Name

    # The package of this version. The module under test can be installed from it.
    $package = Join-Path $root out "BedrockJobs.$((Import-PowerShellDataFile $manifest).ModuleVersion).nupkg"
    $isInstalled = Test-Path (Join-Path $folder bom.json)
}

Describe 'The module' {
    It 'has a valid manifest that lists what it exports' {
        $info = Test-ModuleManifest $manifest
        $cmdlets = 'Get-BdrCustomizationJob', 'Stop-BdrCustomizationJob', 'Wait-BdrCustomizationJob'
        $info.ExportedCmdlets.Keys | Sort-Object | Should -Be $cmdlets
        $info.ExportedFunctions.Count + $info.ExportedAliases.Count + $info.ExportedVariables.Count | Should -Be 0
        (Get-Command -Module BedrockJobs).Name | Sort-Object | Should -Be $cmdlets
    }

    It 'has the version of the manifest in every assembly' {
        $version = (Import-PowerShellDataFile $manifest).ModuleVersion
        foreach ($assembly in Get-ChildItem $folder -Recurse -Filter BedrockJobs*.dll) {
            $assembly.VersionInfo.FileVersion | Should -Be "$version.0" -Because $assembly.Name
            $assembly.VersionInfo.ProductVersion | Should -Be $version -Because $assembly.Name
        }
    }

    It 'contains these files and no others' {
        $library = @(
            'AWSSDK.Core.dll'
            'AWSSDK.Extensions.Numerics.dll'
            'AWSSDK.SecurityToken.dll'
            'AWSSDK.SSO.dll'
            'AWSSDK.SSOOIDC.dll'
            'BedrockJobs.Aws.dll'
            $client
            'System.IO.Hashing.dll'
        )
        Get-ChildItem $folder -Recurse -File |
            ForEach-Object { [IO.Path]::GetRelativePath($folder, $_.FullName).Replace('\', '/') } | Where-Object { $_ -ne 'PSGetModuleInfo.xml' } | Sort-Object | Should -Be @(@(
            'BedrockJobs.dll'
            'BedrockJobs.Format.ps1xml'
            'BedrockJobs.Loader.dll'
            'BedrockJobs.psd1'
            'CHANGELOG.md'
            'en-US/about_BedrockJobs.help.txt'
            'en-US/BedrockJobs.dll-Help.xml'
            'LICENSE'
            if ($isInstalled) { 'THIRD-PARTY-NOTICES.txt', 'bom.json' }
            foreach ($name in @('net8.0') + $machineCodeFolders) { $library | ForEach-Object { "lib/$name/$_" } }
        ) | Sort-Object)
    }

    It 'loads its service half from <from>' -ForEach @(
        @{ from = 'machine code made for this .NET, where it is there'; without = $null }
        @{ from = 'the portable folder, where it is not'; without = 'net1*' }
    ) {
        $copy = Join-Path $TestDrive ([guid]::NewGuid())
        Copy-Item $folder $copy -Recurse
        if ($without) {
            Remove-Item (Join-Path $copy lib $without) -Recurse
        }

        $expected = if (-not $without -and $machineCode -in $machineCodeFolders) { $machineCode } else { 'net8.0' }
        $loaded = Invoke-NewPowerShell (
            "Import-Module '$copy/BedrockJobs.psd1'; `$null = Get-BdrCustomizationJob -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction Ignore; " +
            "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'BedrockJobs.Aws' } | ForEach-Object Location")
        Split-Path (Split-Path $loaded) -Leaf | Should -Be $expected
    }

    It 'has only its own public types, and every cmdlet follows the conventions' {
        $assembly = [BedrockJobs.CustomizationJob].Assembly
        $assembly.GetExportedTypes().Namespace | Sort-Object -Unique | Should -Be BedrockJobs, BedrockJobs.Commands
        foreach ($cmdlet in Get-Command -Module BedrockJobs) {
            $cmdlet.OutputType | Should -Not -BeNullOrEmpty
            (Get-Verb $cmdlet.Verb) | Should -Not -BeNullOrEmpty
            $cmdlet.Noun | Should -BeLike Bdr*
            $cmdlet.ImplementingType.IsSealed | Should -BeTrue
        }
    }

    It 'adds its type data once to the runspaces of a pool that import it at the same time' {
        $pool = [runspacefactory]::CreateRunspacePool(2, 2)
        $pool.Open()
        $barrier = [Threading.Barrier]::new(2)
        $script = {
            param($Manifest, $Barrier)
            $null = $Barrier.SignalAndWait(60000)
            Import-Module $Manifest
            (Get-TypeData BedrockJobs.OutputObject).SerializationDepth
        }
        $runs = foreach ($i in 1, 2) {
            $powershell = [powershell]::Create().AddScript($script).AddArgument($manifest).AddArgument($barrier)
            $powershell.RunspacePool = $pool
            @{ PowerShell = $powershell; Result = $powershell.BeginInvoke() }
        }
        $runs | ForEach-Object { $_.PowerShell.EndInvoke($_.Result) } | Should -Be 3, 3
        $pool.InitialSessionState.Types.TypeData.TypeName -like '*BedrockJobs*' | Sort-Object |
            Should -Be BedrockJobs.OutputObject, Deserialized.BedrockJobs.OutputObject
        $pool.Dispose()
    }

    It 'references only assemblies that every session has' {
        $ofDotNet = (Get-ChildItem ([Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory()) -Filter *.dll).BaseName
        [BedrockJobs.CustomizationJob].Assembly.GetReferencedAssemblies().Name | Where-Object { $_ -notin $ofDotNet -or $_ -like '*Automation' } |
            Should -Be System.Management.Automation
    }
}

# ./build.ps1 Test always runs these. Without an installed package, as after ./build.ps1 alone, there is nothing to check.
Describe 'The package' -Skip:(-not $env:BEDROCKJOBS_TESTED.Contains('installed')) {
    BeforeAll {
        $archive = [IO.Compression.ZipFile]::OpenRead($package)
        $notices = Get-Content -Raw (Join-Path $folder THIRD-PARTY-NOTICES.txt)
        $sbom = Get-Content -Raw (Join-Path $folder bom.json) | ConvertFrom-Json -Depth 100

        # The assemblies of third parties: the name and version of the package of each.
        $thirdParty = Get-ChildItem (Join-Path $folder lib net8.0) | Where-Object Name -NotLike BedrockJobs.* | ForEach-Object BaseName
    }

    AfterAll {
        $archive.Dispose()
    }

    It 'contains the installed files, byte for byte' {
        $own = '_rels/.rels', '[Content_Types].xml', 'BedrockJobs.nuspec', 'package/services/metadata/core-properties/properties.psmdcp'
        $packed = $archive.Entries | Where-Object FullName -NotIn $own
        $sha = [Security.Cryptography.SHA256]::Create()
        foreach ($entry in $packed) {
            $stream = $entry.Open()
            $hash = [Convert]::ToHexString($sha.ComputeHash($stream))
            $stream.Dispose()
            (Get-FileHash (Join-Path $folder $entry.FullName)).Hash | Should -Be $hash -Because $entry.FullName
        }

        @($packed).Count | Should -Be @(Get-ChildItem $folder -Recurse -File | Where-Object Name -NE PSGetModuleInfo.xml).Count
    }

    It 'is found and imported by name where it is installed' {
        $modules = Split-Path (Split-Path $folder)
        $result = Invoke-NewPowerShell "`$env:PSModulePath = '$modules'; (Get-Command Get-BdrCustomizationJob).Module.Path"
        $result | Should -Be (Join-Path $folder BedrockJobs.dll)
    }

    It 'has what the gallery shows' {
        $info = Test-ModuleManifest $manifest
        $info.Description.Length | Should -BeGreaterThan 40
        $info.Author | Should -Not -BeNullOrEmpty
        foreach ($uri in $info.ProjectUri, $info.LicenseUri, $info.IconUri, [uri] $info.ReleaseNotes) {
            $uri.Scheme | Should -Be https
        }

        'PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'AWS', 'Bedrock' | Should -BeIn $info.Tags
        Test-Path (Join-Path $root docs images (Split-Path $info.IconUri.AbsolutePath -Leaf)) | Should -BeTrue
    }

    It 'has no time, order, or path that another build of the commit would not have' {
        ($archive.Entries.LastWriteTime | Sort-Object -Unique).Count | Should -Be 1
        $names = [string[]] $archive.Entries.FullName
        $sorted = [string[]] $names.Clone()
        [array]::Sort($sorted, [StringComparer]::Ordinal)
        $names | Should -Be $sorted
        foreach ($assembly in Get-ChildItem $folder -Recurse -Filter BedrockJobs*.dll) {
            [Text.Encoding]::UTF8.GetString([IO.File]::ReadAllBytes($assembly.FullName)).Contains($root) | Should -BeFalse -Because $assembly.Name
        }
    }

    It 'has notices and an SBOM of exactly the third-party files that it contains' {
        $sbom.components.name | Should -Be ($thirdParty | Sort-Object)
        $sbom.metadata.component.version | Should -Be (Import-PowerShellDataFile $manifest).ModuleVersion
        foreach ($component in $sbom.components) {
            $notices | Should -Match "(?m)^$([regex]::Escape("$($component.name) $($component.version)"))\r?$"
            $component.licenses.license.id | Should -BeIn 'Apache-2.0', 'MIT'
        }

        'Apache License', 'Permission is hereby granted' | ForEach-Object { $notices.Contains($_) | Should -BeTrue -Because $_ }
    }

    It 'links its symbols to the public source' {
        foreach ($name in 'BedrockJobs.dll', 'BedrockJobs.Loader.dll', 'lib/net8.0/BedrockJobs.Aws.dll') {
            $image = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead((Join-Path $folder $name)))
            $entry = $image.ReadDebugDirectory() | Where-Object Type -EQ EmbeddedPortablePdb
            $symbols = $image.ReadEmbeddedPortablePdbDebugDirectoryData($entry)
            try {
                $reader = $symbols.GetMetadataReader()
                $links = foreach ($handle in $reader.CustomDebugInformation) {
                    $information = $reader.GetCustomDebugInformation($handle)
                    if ($reader.GetGuid($information.Kind) -eq 'cc110556-a091-4d38-9fec-25ab9a351a6a') {
                        [Text.Encoding]::UTF8.GetString($reader.GetBlobBytes($information.Value))
                    }
                }

                $links | Should -Match '"/_/\*":"https://raw\.githubusercontent\.com/bedrockjobs/bedrockjobs/[0-9a-f]{40}/\*"' -Because $name
            }
            finally {
                $symbols.Dispose()
                $image.Dispose()
            }
        }
    }
}
