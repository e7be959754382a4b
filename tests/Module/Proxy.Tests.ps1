# The proxy of the environment. Every case has a PowerShell of its own, since .NET looks for a proxy once.

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $identity = Start-LocalIdentity
    $service = Start-LocalBedrock -Jobs 3

    # Lists in a new PowerShell; returns what came, or the error's id and words.
    function Get-ThroughProxy {
        param([string] $EndpointUrl)

        Invoke-NewPowerShell @"
Import-Module '$manifest'
(Get-BdrCustomizationJob -EndpointUrl $EndpointUrl -ErrorAction SilentlyContinue -ErrorVariable failure).Count
if (`$failure) { `$failure[0].FullyQualifiedErrorId, "`$(`$failure[0])" }
"@
    }
}

AfterAll {
    Restore-Environment
    Stop-LocalBedrock $service
    Stop-LocalIdentity $identity
}

Describe 'A proxy' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_MAX_ATTEMPTS = '1' }
        Reset-LocalBedrock $service
        Reset-LocalIdentity $identity
    }

    It 'in <Variable> passes on what is meant for an http endpoint, on this machine too' -TestCases @(
        @{ Variable = 'HTTP_PROXY' }
        @{ Variable = 'http_proxy' }
        @{ Variable = 'ALL_PROXY' }
    ) {
        Set-Item "env:$Variable" $identity.ProxyUrl
        Get-ThroughProxy $service.Url | Should -Be 3
        $passed = @(Get-LocalIdentityProxyRequest $identity)
        $passed.Count | Should -Be 1
        $passed[0].method | Should -Be GET
        $passed[0].target | Should -BeLike "$($service.Url)/model-customization-jobs*"
        @(Get-LocalBedrockRequest $service).status | Should -Be 200
    }

    It 'is passed by for what NO_PROXY names' {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = 'example.com,127.0.0.1'
        Get-ThroughProxy $service.Url | Should -Be 3
        Get-LocalIdentityProxyRequest $identity | Should -BeNullOrEmpty
        @(Get-LocalBedrockRequest $service).status | Should -Be 200
    }

    It 'is asked with the name and password that the variable holds' {
        Set-LocalIdentitySetting $identity @{ proxyAuthorization = 'Basic dXNlcjpwYXNz' }
        $env:HTTP_PROXY = $identity.ProxyUrl.Replace('//', '//user:pass@')
        Get-ThroughProxy $service.Url | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).status | Should -Be 407, $null
    }

    It 'in HTTPS_PROXY is asked for a tunnel to an https endpoint, and ConnectionFailed tells where it refuses' {
        $env:HTTPS_PROXY = $identity.ProxyUrl
        $env:HTTP_PROXY = 'http://127.0.0.1:9'
        $null, $id, $message = Get-ThroughProxy https://bedrock.us-east-1.amazonaws.com
        $id | Should -BeLike 'ConnectionFailed,*'
        $message | Should -BeLike "*proxy*$($identity.ProxyUrl)*502*"
        $passed = @(Get-LocalIdentityProxyRequest $identity)
        $passed.Count | Should -BeGreaterThan 0
        $passed[0].method | Should -Be CONNECT
        $passed.target | Sort-Object -Unique | Should -Be bedrock.us-east-1.amazonaws.com:443
    }
}
