# Endpoints with a path, such as those of a gateway: the signature matches the path that is sent.

BeforeDiscovery {
    # The endpoint as a user types it, and the path that is sent.
    $paths = @(
        @{ Path = '/stage'; Sent = '/stage' }
        @{ Path = '/stage/'; Sent = '/stage' }
        @{ Path = '/a-b.c_d~e/v1//'; Sent = '/a-b.c_d~e/v1' }
    )
    $sources = @(
        @{ From = '-EndpointUrl' }
        @{ From = 'AWS_ENDPOINT_URL' }
        @{ From = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ From = 'endpoint_url' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $service = Start-LocalBedrock -Jobs 3 -Options '--path-prefix', '/stage', '--path-prefix', '/a-b.c_d~e/v1'

    # The parameters of a command with an endpoint from this source.
    function Use-Endpoint([string] $From, [string] $Url) {
        $with = @{}
        switch -Wildcard ($From) {
            '-EndpointUrl' { $with.EndpointUrl = $Url }
            'AWS_*' { Set-Item "env:$From" $Url }
            'endpoint_url' { Set-Content (Join-Path $userHome .aws config) "[default]`nendpoint_url = $Url" }
        }

        $with
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'A request to an endpoint with the path <Path>' -ForEach $paths {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1' }
        Reset-LocalBedrock $service
    }

    It 'is sent below it and signed over it, with <From>' -TestCases $sources {
        $with = Use-Endpoint $From ($service.Url + $Path)

        (Get-BdrCustomizationJob -PageSize 2 -ErrorAction Stop @with).Count | Should -Be 3

        $asked = @(Get-LocalBedrockRequest $service)
        $asked.status | Should -Be 200, 200
        $asked.path | Sort-Object -Unique | Should -Be "$Sent/model-customization-jobs"
    }
}

Describe 'An endpoint whose path needs encoding' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1' }
        Reset-LocalBedrock $service
    }

    It 'is rejected before any request, with <From>' -TestCases $sources {
        foreach ($path in '/my%20stage', '/a+b', '/$default', "/caf$([char]0xE9)", '/a//b') {
            $with = Use-Endpoint $From ($service.Url + $path)

            $failure = { Get-BdrCustomizationJob -ErrorAction Stop @with } | Should -Throw -PassThru
            $failure.Exception.Message | Should -BeLike '*contains characters that need encoding*letters (A-Z), digits, and - . _ ~*'
        }

        @(Get-LocalBedrockRequest $service) | Should -BeNullOrEmpty
    }
}

Describe 'A request to the Security Token Service at an endpoint with the path <Path>' -ForEach @(
    @{ Path = '/sts/v1' }
    @{ Path = '/sts/v1/' }
) {
    It 'is signed over it' {
        $identity = Start-LocalIdentity
        try {
            Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_STS = "$($identity.Url)$Path" } -Config @"
[profile base]
$keyLines
[profile role]
role_arn = arn:aws:iam::444455556666:role/trainer
source_profile = base
"@
            # The service does not know the resulting key.
            (Get-TheError @{ ProfileName = 'role'; EndpointUrl = "$($service.Url)/stage" }).FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'

            $asked = @(Get-LocalIdentityRequest $identity)
            $asked.path | Should -Be '/sts/v1/'
            $asked.status | Should -Be 200
        }
        finally {
            Stop-LocalIdentity $identity
        }
    }
}

Describe 'A clock that is off' {
    It 'is made up for below a path too' {
        $skewed = Start-LocalBedrock -Jobs 3 -Options '--path-prefix', '/stage', '--skew', '00:20:00'
        try {
            Reset-Connection @{ AWS_REGION = 'us-east-1' }
            1..2 | ForEach-Object { (Get-BdrCustomizationJob -EndpointUrl "$($skewed.Url)/stage/" -ErrorAction Stop).Count | Should -Be 3 }
            @(Get-LocalBedrockRequest $skewed).status | Should -Be 403, 200, 200
        }
        finally {
            Stop-LocalBedrock $skewed
        }
    }
}
