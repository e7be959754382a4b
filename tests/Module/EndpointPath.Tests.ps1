# Endpoints with a path, such as those of a gateway: the signature matches the path that is sent.

BeforeDiscovery {
    # The endpoint as a user types it, and the path that is sent.
    $paths = @(
        @{ Path = '/stage'; Sent = '/stage' }
        @{ Path = '/stage/'; Sent = '/stage' }
        @{ Path = '/my%20stage'; Sent = '/my%20stage' }
        @{ Path = '/my%20stage/'; Sent = '/my%20stage' }
        @{ Path = '/a+b/$default'; Sent = '/a+b/$default' }
        @{ Path = "/a'(b)!*,;=&@:~"; Sent = "/a'(b)!*,;=&@:~" }
        @{ Path = "/caf$([char]0xE9)"; Sent = '/caf%C3%A9' }
        @{ Path = '/a%2Fb%25'; Sent = '/a%2Fb%25' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $prefixes = '/stage', '/my%20stage', '/a+b/$default', "/a'(b)!*,;=&@:~", '/caf%C3%A9', '/a%2Fb%25'
    $service = Start-LocalBedrock -Jobs 3 -Options ($prefixes | ForEach-Object { '--path-prefix', $_ })
}

AfterAll {
    Restore-Environment
    Stop-LocalBedrock $service
}

Describe 'A request to an endpoint with the path <Path>' -ForEach $paths {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1' }
        Reset-LocalBedrock $service
    }

    It 'is sent below it and signed over it, with <From>' -TestCases @(
        @{ From = '-EndpointUrl' }
        @{ From = 'AWS_ENDPOINT_URL' }
        @{ From = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ From = 'endpoint_url' }
    ) {
        $with = @{}
        $url = $service.Url + $Path
        switch -Wildcard ($From) {
            '-EndpointUrl' { $with.EndpointUrl = $url }
            'AWS_*' { Set-Item "env:$From" $url }
            'endpoint_url' { Set-Content (Join-Path $userHome .aws config) "[default]`nendpoint_url = $url" }
        }

        (Get-BdrCustomizationJob -PageSize 2 -ErrorAction Stop @with).Count | Should -Be 3
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.status | Should -Be 200, 200
        $asked.path | Sort-Object -Unique | Should -Be "$Sent/model-customization-jobs"
    }
}

Describe 'A request to the Security Token Service at an endpoint with a path' {
    It 'is signed over it' {
        $identity = Start-LocalIdentity
        try {
            Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_STS = "$($identity.Url)/my%20sts/a+b/" } -Config @"
[profile base]
$keyLines
[profile role]
role_arn = arn:aws:iam::444455556666:role/trainer
source_profile = base
"@
            # The service does not know the resulting key.
            (Get-TheError @{ ProfileName = 'role'; EndpointUrl = "$($service.Url)/stage" }).FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
            $asked = @(Get-LocalIdentityRequest $identity)
            $asked.path | Should -Be '/my%20sts/a+b/'
            $asked.status | Should -Be 200
        }
        finally {
            Stop-LocalIdentity $identity
        }
    }
}

Describe 'A clock that is off' {
    It 'is made up for below a path too' {
        $skewed = Start-LocalBedrock -Jobs 3 -Options '--path-prefix', '/my%20stage', '--skew', '00:20:00'
        try {
            Reset-Connection @{ AWS_REGION = 'us-east-1' }
            1..2 | ForEach-Object { (Get-BdrCustomizationJob -EndpointUrl "$($skewed.Url)/my%20stage/" -ErrorAction Stop).Count | Should -Be 3 }
            @(Get-LocalBedrockRequest $skewed).status | Should -Be 403, 200, 200
        }
        finally {
            Stop-LocalBedrock $skewed
        }
    }
}
