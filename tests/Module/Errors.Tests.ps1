# Failures: what a user and a script see.

BeforeDiscovery {
    # Replies of the service or of a proxy, and the errors that they result in. Faults.Tests.ps1 and ErrorTranslatorTests.cs
    # test more replies, but only the id of their errors.
    $replies = @(
        @{ Reply = @{ errorType = 'AccessDeniedException'; message = 'User is not authorized' }; Id = 'AccessDenied'; Category = 'PermissionDenied'; Says = 'User is not authorized', 'bedrock:ListModelCustomizationJobs'; Requests = 1 }
        @{ Reply = @{ errorType = 'ValidationException'; message = 'Value at nextToken is stale' }; Id = 'ValidationFailed'; Category = 'InvalidArgument'; Says = , 'Value at nextToken is stale'; Requests = 1 }
        @{ Reply = @{ errorType = 'ThrottlingException'; message = 'Rate exceeded'; count = $null }; Id = 'Throttled'; Category = 'LimitsExceeded'; Says = 'Rate exceeded', 'AWS_MAX_ATTEMPTS'; Requests = 3 }
        @{ Reply = @{ errorType = 'InternalServerException'; message = 'Oops'; count = $null }; Id = 'ServiceFault'; Category = 'ResourceUnavailable'; Says = , 'Oops'; Requests = 3 }
        @{ Reply = @{ errorType = 'UnrecognizedClientException'; status = 403; message = 'The security token included in the request is invalid.' }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = 'security token', '-ProfileName'; Requests = 1 }
        @{ Reply = @{ errorType = 'InvalidSignatureException'; status = 403; message = "The signature does not match.`n`nThe Canonical String was 'x-amz-security-token:TOKEN-IN-CLEAR'" }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = 'signature', 'clock'; Requests = 1 }
        @{ Reply = @{ errorType = 'ExpiredTokenException'; status = 403; message = 'The security token included in the request is expired' }; Id = 'CredentialsExpired'; Category = 'AuthenticationError'; Says = 'expired', 'aws sso login'; Requests = 1 }
        @{ Reply = @{ status = 200; body = '<html>Sign in to the guest network</html>'; contentType = 'text/html'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'proxy'; Requests = 3 }
        @{ Reply = @{ status = 500; body = 'x' * 2MB; contentType = 'text/plain'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'larger than 1 MB'; Requests = 1 }
        @{ Reply = @{ status = 408; body = '{}'; count = $null }; Id = 'RequestTimedOut'; Category = 'OperationTimeout'; Says = @(); Requests = 3 }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 30

    # Runs a command that must fail, and returns its error.
    function Get-TheError {
        param([string] $Command)
        $null = Invoke-Expression "$Command -ErrorAction SilentlyContinue -ErrorVariable failure"
        $failure.Count | Should -Be 1
        $failure[0]
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'An error of Get-BdrCustomizationJob' {
    BeforeEach {
        Set-LocalBedrockEnvironment $service
        Reset-LocalBedrock $service
    }

    It 'has its ID, category, target, request ID and action: <Id> after <Requests> requests' -ForEach $replies {
        Add-LocalBedrockFault $service $Reply
        $failure = Get-TheError 'Get-BdrCustomizationJob -NameContains train'
        $asked = @(Get-LocalBedrockRequest $service)

        $failure.FullyQualifiedErrorId | Should -Be "$Id,BedrockJobs.Commands.GetBdrCustomizationJobCommand"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.TargetObject | Should -BeOfType BedrockJobs.JobQuery
        $failure.TargetObject.NameContains | Should -Be train
        $failure.TargetObject.Region | Should -Be us-east-1
        $failure.Exception | Should -BeOfType BedrockJobs.BedrockRequestException
        $failure.Exception.Operation | Should -Be ListModelCustomizationJobs
        $failure.Exception.RequestId | Should -Be $asked[-1].requestId
        $failure.Exception.StatusCode | Should -Be $asked[-1].status
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$failure" | Should -BeLike "ListModelCustomizationJobs in us-east-1: * (request ID $($asked[-1].requestId))."
        foreach ($words in $Says) { "$failure $($failure.ErrorDetails.RecommendedAction)" | Should -BeLike "*$words*" }
        ($failure | Format-List * -Force | Out-String) | Should -Not -BeLike '*TOKEN-IN-CLEAR*'
        $asked.Count | Should -Be $Requests
    }

    It 'is terminating with -ErrorAction Stop' {
        Add-LocalBedrockFault $service @{ errorType = 'AccessDeniedException' }
        { Get-BdrCustomizationJob -ErrorAction Stop } | Should -Throw -ErrorId 'AccessDenied,*'
    }

    It 'keeps the jobs before it, and contains the next token and the remaining -Skip and -First' {
        $expected = (Get-BdrCustomizationJob -Skip 3 -First 22).JobArn
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no more' }
        $jobs = @(Get-BdrCustomizationJob -Skip 3 -First 22 -PageSize 10 -ErrorAction SilentlyContinue -ErrorVariable failure)
        $rest = $failure[0].TargetObject
        $jobs += Get-BdrCustomizationJob -NextToken $rest.NextToken -Skip $rest.Skip -First $rest.First
        $jobs.JobArn | Should -Be $expected
    }

    It 'is not written if a retry succeeds' {
        Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; count = 2 }
        @(Get-BdrCustomizationJob -ErrorAction Stop).Count | Should -Be 30
        @(Get-LocalBedrockRequest $service).status | Should -Be 429, 429, 200
    }

    It 'is RepeatedToken if the service sends the same token again' {
        $body = '{"nextToken":"same","modelCustomizationJobSummaries":[]}'
        Add-LocalBedrockFault $service @{ status = 200; body = $body; count = $null }
        $failure = Get-TheError 'Get-BdrCustomizationJob'
        $failure.FullyQualifiedErrorId | Should -BeLike 'RepeatedToken,*'
        $failure.CategoryInfo.Category | Should -Be ProtocolError
        $failure.Exception.Operation | Should -Be ListModelCustomizationJobs
        $failure.Exception.RequestId | Should -Be @(Get-LocalBedrockRequest $service)[-1].requestId
        @(Get-LocalBedrockRequest $service).Count | Should -Be 2
    }

    It 'is ConnectionFailed if the endpoint <What>' -ForEach @(
        @{ What = 'has no listener'; Url = 'http://127.0.0.1:9' }
        @{ What = 'has an unknown name'; Url = 'http://no-such-host.invalid' }
        @{ What = 'does not use TLS' }
    ) {
        $failure = Get-TheError "Get-BdrCustomizationJob -EndpointUrl $($Url ?? $service.Url.Replace('http:', 'https:'))"
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-EndpointUrl*'
        $failure.TargetObject | Should -BeOfType BedrockJobs.JobQuery
    }

    It 'is CredentialsRejected if the secret access key is wrong' {
        $env:AWS_SECRET_ACCESS_KEY = 'wrong-secret-of-forty-characters-in-all'
        $failure = Get-TheError 'Get-BdrCustomizationJob'
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        $failure.Exception.ErrorCode | Should -Be InvalidSignatureException
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }

    It 'quotes an HTML page by its title' {
        Add-LocalBedrockFault $service @{ status = 400; contentType = 'text/html'; body = "<html>`n<head><title>Upstream is away</title></head>`n<body>$('y' * 5000)</body></html>" }
        $failure = Get-TheError 'Get-BdrCustomizationJob'
        "$failure" | Should -BeLike '*Upstream is away*'
        "$failure" | Should -Not -BeLike '*yyy*'
    }

    It 'is shown with the recommended action once' {
        Add-LocalBedrockFault $service @{ errorType = 'AccessDeniedException'; message = 'no' }
        $shown = Get-TheError 'Get-BdrCustomizationJob' | Out-String -Width 500
        [regex]::Matches($shown, 'bedrock:ListModelCustomizationJobs').Count | Should -Be 1
    }

    It 'contains no text of the service that could drive the terminal' {
        $hostile = "`e[2J`e]0;owned`a"
        Add-LocalBedrockFault $service @(
            @{ errorType = 'AccessDeniedException'; message = "$hostile gone" }
            @{ status = 400; body = (@{ '__type' = "We${hostile}ird"; message = $hostile } | ConvertTo-Json) }
            @{ status = 200; body = (@{ modelCustomizationJobSummaries = @(, @{ jobArn = "arn $hostile" }) } | ConvertTo-Json -Depth 5) }
        )
        foreach ($case in 1..3) {
            $failure = Get-TheError 'Get-BdrCustomizationJob'
            foreach ($ErrorView in 'ConciseView', 'NormalView', 'DetailedView') {
                # Without the colors of PowerShell.
                $shown = ($failure | Out-String) -replace '\e\[[0-9;]*m', ''
                $shown | Should -Not -Match '[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]'
            }
        }
    }
}
