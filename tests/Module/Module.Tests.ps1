# The module as it ships.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $folder = Split-Path $manifest
    $machineCode = "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    $libraryFolders = @('net8.0', $machineCode | Where-Object { Test-Path (Join-Path $folder lib $_) })
}

Describe 'The staged module' {
    It 'has a manifest that PowerShell accepts and that says what it exports' {
        $info = Test-ModuleManifest $manifest
        $cmdlets = 'Get-BdrCustomizationJob', 'Stop-BdrCustomizationJob', 'Wait-BdrCustomizationJob'
        $info.ExportedCmdlets.Keys | Sort-Object | Should -Be $cmdlets
        $info.ExportedFunctions.Count + $info.ExportedAliases.Count + $info.ExportedVariables.Count | Should -Be 0
        (Get-Command -Module BedrockJobs).Name | Sort-Object | Should -Be $cmdlets
    }

    It 'has one version, the manifest''s' {
        $version = (Import-PowerShellDataFile $manifest).ModuleVersion
        foreach ($assembly in Get-ChildItem $folder -Recurse -Filter BedrockJobs*.dll) {
            $assembly.VersionInfo.FileVersion | Should -Be "$version.0" -Because $assembly.Name
            $assembly.VersionInfo.ProductVersion | Should -Be $version -Because $assembly.Name
        }
    }

    It 'holds these files and no others' {
        $library = @(
            'AWSSDK.Core.dll'
            'AWSSDK.Extensions.Numerics.dll'
            'AWSSDK.SecurityToken.dll'
            'AWSSDK.SSO.dll'
            'AWSSDK.SSOOIDC.dll'
            'BedrockJobs.Aws.dll'
            'BedrockJobs.Sdk.dll'
            'System.IO.Hashing.dll'
        )
        Get-ChildItem $folder -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($folder, $_.FullName).Replace('\', '/') } | Sort-Object | Should -Be @(@(
            'BedrockJobs.dll'
            'BedrockJobs.Format.ps1xml'
            'BedrockJobs.Loader.dll'
            'BedrockJobs.psd1'
            'CHANGELOG.md'
            'en-US/about_BedrockJobs.help.txt'
            'en-US/BedrockJobs.dll-Help.xml'
            'LICENSE'
            foreach ($name in $libraryFolders) { $library | ForEach-Object { "lib/$name/$_" } }
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

        $expected = if ($without) { 'net8.0' } else { $libraryFolders[-1] }
        $loaded = Invoke-NewPowerShell (
            "Import-Module '$copy/BedrockJobs.psd1'; `$null = Get-BdrCustomizationJob -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction Ignore; " +
            "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'BedrockJobs.Aws' } | ForEach-Object Location")
        Split-Path (Split-Path $loaded) -Leaf | Should -Be $expected
    }

    It 'shows no type in public but its own, and the conventions hold for every cmdlet' {
        $assembly = [BedrockJobs.CustomizationJob].Assembly
        $assembly.GetExportedTypes().Namespace | Sort-Object -Unique | Should -Be BedrockJobs, BedrockJobs.Commands
        foreach ($cmdlet in Get-Command -Module BedrockJobs) {
            $cmdlet.OutputType | Should -Not -BeNullOrEmpty
            (Get-Verb $cmdlet.Verb) | Should -Not -BeNullOrEmpty
            $cmdlet.Noun | Should -BeLike Bdr*
            $cmdlet.ImplementingType.IsSealed | Should -BeTrue
        }
    }

    It 'references no assembly from the session''s side that a session may not have' {
        [BedrockJobs.CustomizationJob].Assembly.GetReferencedAssemblies().Name | Sort-Object | Should -Be netstandard, System.Management.Automation
    }

    It 'names the file and what to do where <Missing> is missing: <Command>' -TestCases @(
        foreach ($missing in 'lib', 'AWSSDK.Core.dll') {
            foreach ($command in 'Get-BdrCustomizationJob', 'Get-BdrCustomizationJob -JobIdentifier a', 'Wait-BdrCustomizationJob a -Timeout 1h', 'Stop-BdrCustomizationJob a -Confirm:$false') {
                @{ Missing = $missing; Command = $command }
            }
        }
    ) {
        $copy = Join-Path $TestDrive "$([guid]::NewGuid())"
        Copy-Item $folder $copy -Recurse
        Get-ChildItem $copy -Recurse | Where-Object Name -EQ $Missing | Remove-Item -Recurse
        $lines = Invoke-NewPowerShell (
            "Import-Module '$copy/BedrockJobs.psd1'; $Command -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction SilentlyContinue; " +
            '$Error.Count; $Error[0].FullyQualifiedErrorId; "$($Error[0])"; $Error[0].ErrorDetails.RecommendedAction')
        $lines[0] | Should -Be 1
        $lines[1] | Should -BeLike 'ModuleIncomplete,*'
        $lines[2] | Should -BeLike "*$(if ($Missing -eq 'lib') { 'BedrockJobs.Aws.dll' } else { $Missing })*"
        $lines[3] | Should -BeLike '*BedrockJobs.psd1*'
    }
}
