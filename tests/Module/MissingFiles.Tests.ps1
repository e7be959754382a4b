# What a module says of which files are missing.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
}

Describe 'An incomplete module' {
    It 'names the file and what to do where <Missing> is missing: <Command>' -TestCases @(
        foreach ($missing in 'lib', 'AWSSDK.Core.dll') {
            foreach ($command in 'Get-BdrCustomizationJob', 'Get-BdrCustomizationJob -JobIdentifier a', 'Wait-BdrCustomizationJob a -Timeout 1h', 'Stop-BdrCustomizationJob a -Confirm:$false') {
                @{ Missing = $missing; Command = $command }
            }
        }
    ) {
        $copy = Join-Path $TestDrive "$([guid]::NewGuid())"
        Copy-Item (Split-Path $manifest) $copy -Recurse
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
