# What the cmdlets of an incomplete module say. A process loads the module once, so each missing file needs its own.

BeforeDiscovery {
    $commands = 'Get-BdrCustomizationJob', 'Get-BdrCustomizationJob -JobIdentifier a', 'Wait-BdrCustomizationJob a -Timeout 1h', 'Stop-BdrCustomizationJob a -Confirm:$false'
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
}

Describe 'A module without <Missing>' -ForEach @{ Missing = 'lib'; Commands = $commands }, @{ Missing = 'AWSSDK.Core.dll'; Commands = $commands } {
    BeforeAll {
        $copy = Join-Path $TestDrive "$([guid]::NewGuid())"
        Copy-Item (Split-Path $manifest) $copy -Recurse
        Get-ChildItem $copy -Recurse | Where-Object Name -EQ $Missing | Remove-Item -Recurse
        $seen = Invoke-NewPowerShell @"
            Import-Module '$copy/BedrockJobs.psd1'
            `$seen = @{}
            foreach (`$command in '$($Commands -join "', '")') {
                `$Error.Clear()
                & ([scriptblock]::Create("`$command -Region us-east-1 -EndpointUrl http://127.0.0.1:1 -ErrorAction SilentlyContinue"))
                `$seen[`$command] = @{ Count = `$Error.Count; Id = `$Error[0].FullyQualifiedErrorId; Message = "`$(`$Error[0])"; Action = `$Error[0].ErrorDetails.RecommendedAction }
            }

            ConvertTo-Json `$seen -Compress
"@ | ConvertFrom-Json
    }

    It '<_>: says which file is missing and what to do' -ForEach $commands {
        $failure = $seen.$_
        $failure.Count | Should -Be 1
        $failure.Id | Should -BeLike 'ModuleIncomplete,*'
        $failure.Message | Should -BeLike "*$($Missing -eq 'lib' ? 'BedrockJobs.Aws.dll' : $Missing)*"
        $failure.Action | Should -BeLike '*BedrockJobs.psd1*'
    }
}
