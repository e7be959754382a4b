# Proxies from environment variables.

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $identity = Start-LocalIdentity
    $service = Start-LocalBedrock -Jobs 3

    # Runs a listing. Returns the number of jobs, and the id and message of the error.
    function Get-ThroughProxy {
        param([string] $EndpointUrl)

        $jobs = @(Get-BdrCustomizationJob -EndpointUrl $EndpointUrl -ErrorAction SilentlyContinue -ErrorVariable failure)
        $jobs.Count
        if ($failure) { $failure[0].FullyQualifiedErrorId, "$($failure[0])" }
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

    It 'is passed by for what NO_PROXY names: <List>' -TestCases @(
        @{ List = '*' }
        @{ List = 'example.com,127.0.0.1' }
        @{ List = 'example.com, 127.0.0.1:PORT' }
        @{ List = '127.0.0.0/8' }
        @{ List = '10.0.0.0/8,127.0.0.1/32' }
    ) {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = $List.Replace('PORT', ([uri] $service.Url).Port)
        Get-ThroughProxy $service.Url | Should -Be 3
        Get-LocalIdentityProxyRequest $identity | Should -BeNullOrEmpty
        @(Get-LocalBedrockRequest $service).status | Should -Be 200
    }

    It 'is used for hosts that NO_PROXY does not name: <List>' -TestCases @(
        @{ List = '127.0.0.1:9' }
        @{ List = '10.0.0.0/8' }
        @{ List = '27.0.0.1,127.0.0' }
    ) {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = $List
        Get-ThroughProxy $service.Url | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).Count | Should -Be 1
    }

    It 'also applies to the services that issue keys' {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = "127.0.0.1:$(([uri] $service.Url).Port)"
        $env:AWS_ENDPOINT_URL_STS = $identity.Url
        Set-Content (Join-Path $userHome .aws config) "[profile base]`n$keyLines`n[profile role]`nrole_arn = arn:aws:iam::444455556666:role/trainer`nsource_profile = base"
        $null = Get-BdrCustomizationJob -ProfileName role -EndpointUrl $service.Url -ErrorAction SilentlyContinue
        @(Get-LocalIdentityProxyRequest $identity).target | Should -BeLike "$($identity.Url)/*"
        @(Get-LocalIdentityRequest $identity).action | Should -Be AssumeRole
    }

    It 'is that of the variables as they are when a command starts' {
        Get-ThroughProxy $service.Url | Should -Be 3
        Get-LocalIdentityProxyRequest $identity | Should -BeNullOrEmpty
        $env:HTTP_PROXY = $identity.ProxyUrl
        Get-ThroughProxy $service.Url | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).Count | Should -Be 1
        $env:HTTP_PROXY = $null
        Get-ThroughProxy $service.Url | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).Count | Should -Be 1
    }

    It 'is rejected if its variable is not a URL, without the value, before any request' {
        $env:HTTP_PROXY = 'ftp://user:hunter2@proxy'
        $null, $id, $message = Get-ThroughProxy $service.Url
        $id | Should -BeLike 'ValidationFailed,*'
        $message | Should -BeLike '*HTTP_PROXY is not the URL of a proxy*'
        $message | Should -Not -BeLike '*hunter2*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is used with the user name and password in the variable' {
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
