# Proxies from environment variables. ProxyVariablesTests.cs and ProxyExceptionsTests.cs test their values.

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $identity = Start-LocalIdentity
    $service = Start-LocalBedrock -Jobs 3

    function Get-JobCount {
        @(Get-BdrCustomizationJob -ErrorAction Stop).Count
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A proxy' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_MAX_ATTEMPTS = '1'; AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Reset-LocalBedrock $service
        Reset-LocalIdentity $identity
    }

    It 'in <_> gets the requests to an http:// endpoint, even on this computer' -ForEach 'HTTP_PROXY', 'ALL_PROXY' {
        Set-Item "env:$_" $identity.ProxyUrl
        Get-JobCount | Should -Be 3
        $passed = @(Get-LocalIdentityProxyRequest $identity)
        $passed.Count | Should -Be 1
        $passed[0].method | Should -Be GET
        $passed[0].target | Should -BeLike "$($service.Url)/model-customization-jobs*"
        @(Get-LocalBedrockRequest $service).status | Should -Be 200
    }

    It 'gets <Count> requests with NO_PROXY = <List>' -ForEach @(
        @{ List = 'example.com, 127.0.0.0/8'; Count = 0 }
        @{ List = '127.0.0.1:9'; Count = 1 }
    ) {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = $List
        Get-JobCount | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).Count | Should -Be $Count
    }

    It 'also gets the requests to the services that issue keys' {
        $env:HTTP_PROXY = $identity.ProxyUrl
        $env:NO_PROXY = "127.0.0.1:$(([uri] $service.Url).Port)"
        $env:AWS_ENDPOINT_URL_STS = $identity.Url
        Set-Content $configFile (@('[profile base]') + $keyLines + "[profile role]`nrole_arn = $role`nsource_profile = base")
        $null = Get-TheError @{ ProfileName = 'role' }
        @(Get-LocalIdentityProxyRequest $identity).target | Should -BeLike "$($identity.Url)/*"
        @(Get-LocalIdentityRequest $identity).action | Should -Be AssumeRole
    }

    It 'is that of the variables when a command starts' {
        $counts = foreach ($proxy in $null, $identity.ProxyUrl, $null) {
            $env:HTTP_PROXY = $proxy
            Get-JobCount | Should -Be 3
            @(Get-LocalIdentityProxyRequest $identity).Count
        }

        $counts | Should -Be 0, 1, 1
    }

    It 'is rejected before any request if it is not a URL, without its value' {
        $env:HTTP_PROXY = 'ftp://user:hunter2@proxy'
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike '*HTTP_PROXY is not the URL of a proxy*'
        "$failure" | Should -Not -BeLike '*hunter2*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'gets the user name and password in the variable' {
        Set-LocalIdentitySetting $identity @{ proxyAuthorization = 'Basic dXNlcjpwYXNz' }
        $env:HTTP_PROXY = $identity.ProxyUrl.Replace('//', '//user:pass@')
        Get-JobCount | Should -Be 3
        @(Get-LocalIdentityProxyRequest $identity).status | Should -Be 407, $null
    }

    It 'in HTTPS_PROXY makes a tunnel to an https:// endpoint, and is named if it refuses' {
        $env:HTTPS_PROXY = $identity.ProxyUrl
        $env:HTTP_PROXY = 'http://127.0.0.1:9'
        $failure = Get-TheError @{ EndpointUrl = 'https://bedrock.us-east-1.amazonaws.com' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        "$failure" | Should -BeLike "*proxy*$($identity.ProxyUrl)*502*"
        $passed = @(Get-LocalIdentityProxyRequest $identity)
        $passed.Count | Should -BeGreaterThan 0
        $passed[0].method | Should -Be CONNECT
        $passed.target | Sort-Object -Unique | Should -Be bedrock.us-east-1.amazonaws.com:443
    }
}
