# What ./build.ps1 builds on with -BedrockSdk auto: it depends on what the package source has.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $out = Join-Path $TestDrive out
    . (Join-Path $root build BedrockSdk.ps1)
    $packages = (dotnet nuget locals global-packages --list) -replace '^global-packages: '

    # Puts an empty package into a folder, which is then a source that has it.
    function Add-Package([string] $Folder, [string] $Name, [string] $Version, [string] $Dependency = '') {
        $archive = [IO.Compression.ZipFile]::Open((Join-Path $Folder "$Name.$Version.nupkg"), 'Create')
        foreach ($file in @{ 'lib/net8.0/_._' = ''; "$Name.nuspec" = @"
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>$Name</id><version>$Version</version><authors>nobody</authors><description>Empty.</description>
    <dependencies><group targetFramework="net8.0">$Dependency</group></dependencies>
  </metadata>
</package>
"@ }.GetEnumerator()) {
            $writer = [IO.StreamWriter]::new($archive.CreateEntry($file.Key).Open())
            $writer.Write($file.Value)
            $writer.Dispose()
        }

        $archive.Dispose()
    }

    # A source that has AWSSDK.Bedrock in one version, which needs a version of AWSSDK.Core, and that too.
    function New-Source([string] $Version, [string] $Core) {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        if ($Version) { Add-Package $folder AWSSDK.Bedrock $Version "<dependency id=`"AWSSDK.Core`" version=`"[$Core, 5.0.0)`" />" }
        if ($Core -ne '4.1.0') { Add-Package $folder AWSSDK.Core $Core }
        $folder
    }

    # AWSSDK.Core is already in the folder that NuGet shares, which the fake package must not get into.
    function Get-ErrorOfSource([string] $Source) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        Get-RestoreError "-p:RestoreSources=$Source", "-p:RestorePackagesPath=$folder", "-p:ArtifactsPath=$folder", "-p:RestoreFallbackFolders=$packages", '-p:NuGetAudit=false'
    }

    $published = ([xml] (Get-Content -Raw (Join-Path $root Directory.Packages.props))).SelectSingleNode('//PackageVersion[@Include="AWSSDK.Bedrock"]').Version
}

Describe 'build.ps1 -BedrockSdk auto' {
    It 'uses the package if the source has it' {
        Get-ErrorOfSource (New-Source $published 4.1.0) | Should -BeNullOrEmpty
    }

    It 'uses the stand-in if the source has <What>' -ForEach @(
        @{ What = 'no such package'; Version = ''; Core = '4.1.0'; Expected = 'NU1101' }
        @{ What = 'an earlier version only'; Version = '4.0.1'; Core = '4.1.0'; Expected = 'NU1102' }
        @{ What = 'a later version only'; Version = '4.9.0'; Core = '4.1.0'; Expected = 'NU1603' }
        @{ What = 'a package that needs a later AWSSDK.Core'; Version = '='; Core = '4.1.1'; Expected = 'NU1109' }
    ) {
        Get-ErrorOfSource (New-Source $Version.Replace('=', $published) $Core) | Should -Be $Expected
    }

    It 'fails if the source <What>' -ForEach @(
        @{ What = 'is a folder that does not exist'; Source = '/does/not/exist' }
        @{ What = 'can not be reached'; Source = 'https://127.0.0.1:9/index.json' }
    ) {
        { Get-ErrorOfSource $Source } | Should -Throw '*NU1301*'
    }
}

Describe 'build.ps1 <_>' -ForEach Package, Publish {
    It 'does not choose, so that the content of a package does not depend on the computer' {
        $Task, $BedrockSdk = $_, 'auto'
        { Assert-SdkChoice } | Should -Throw "$Task needs -BedrockSdk package or -BedrockSdk source*"
    }
}
