# The demo: what ./build.ps1 Demo shows.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Speed 60
    Set-LocalBedrockEnvironment $service
    $shown = Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'PlainText'; & '$(Join-Path $root tests LocalBedrock Demo.ps1)' -Module '$manifest'"
    $exitCode = $LASTEXITCODE
    $text = $shown -join "`n"
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'The demo' {
    It 'shows the output of each command, and no error' {
        $exitCode | Should -Be 0
        $text | Should -Not -Match 'Exception|Get-BdrCustomizationJob: '
        $outputs = @(($text -split '(?m)^PS> .+$') | Select-Object -Skip 1)
        $outputs.Count | Should -BeGreaterThan 5
        $outputs | ForEach-Object { $_.Trim() | Should -Not -BeNullOrEmpty }
        $text | Should -Match '(?m)^Name +Status +Created +Duration +Type +BaseModel$'
        $text | Should -Match '(?m)^Validation +DataProcessing +Training +Name$'
    }

    It 'shows a wait, and why a job failed' {
        $text | Should -Match '(?m)^VERBOSE: .+ claims-nova-lite-v8 in us-east-1: InProgress .+ -> Completed$'
        $text | Should -Match '(?m)^claims-nova-lite-v9 +Failed .+ Training diverged: the loss is NaN\.$'
        $text | Should -Match '(?m)^claims-nova-lite-v8 +Completed '
    }
}
