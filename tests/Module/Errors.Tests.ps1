# Failures: what a user and a script see.

BeforeDiscovery {
    # Responses of the service or of a proxy, and the errors that they must result in.
    $replies = @(
        @{ Reply = @{ errorType = 'AccessDeniedException'; message = 'User is not authorized' }; Id = 'AccessDenied'; Category = 'PermissionDenied'; Says = 'User is not authorized', 'bedrock:ListModelCustomizationJobs'; Requests = 1 }
        @{ Reply = @{ errorType = 'ValidationException'; message = 'Value at nextToken is stale' }; Id = 'ValidationFailed'; Category = 'InvalidArgument'; Says = , 'Value at nextToken is stale'; Requests = 1 }
        @{ Reply = @{ errorType = 'ThrottlingException'; message = 'Rate exceeded'; count = $null }; Id = 'Throttled'; Category = 'LimitsExceeded'; Says = 'Rate exceeded', 'AWS_MAX_ATTEMPTS'; Requests = 3 }
        @{ Reply = @{ errorType = 'InternalServerException'; message = 'Oops'; count = $null }; Id = 'ServiceFault'; Category = 'ResourceUnavailable'; Says = , 'Oops'; Requests = 3 }
        @{ Reply = @{ status = 503; body = '<html>busy</html>'; contentType = 'text/html'; count = $null }; Id = 'ServiceFault'; Category = 'ResourceUnavailable'; Says = @(); Requests = 3 }
        @{ Reply = @{ errorType = 'UnrecognizedClientException'; status = 403; message = 'The security token included in the request is invalid.' }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = 'security token', '-ProfileName'; Requests = 1 }
        @{ Reply = @{ errorType = 'InvalidSignatureException'; status = 403; message = "The signature does not match.`n`nThe Canonical String was 'x-amz-security-token:TOKEN-IN-CLEAR'" }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = 'signature', 'clock'; Requests = 1 }
        @{ Reply = @{ errorType = 'IncompleteSignatureException'; status = 400; message = 'incomplete' }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = @(); Requests = 1 }
        @{ Reply = @{ errorType = 'MissingAuthenticationTokenException'; status = 403; message = 'missing' }; Id = 'CredentialsRejected'; Category = 'AuthenticationError'; Says = @(); Requests = 1 }
        @{ Reply = @{ errorType = 'ExpiredTokenException'; status = 403; message = 'The security token included in the request is expired' }; Id = 'CredentialsExpired'; Category = 'AuthenticationError'; Says = 'expired', 'aws sso login'; Requests = 1 }
        @{ Reply = @{ status = 200; body = '<html>Sign in to the guest network</html>'; contentType = 'text/html'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'proxy'; Requests = 3 }
        @{ Reply = @{ status = 200; body = '{"modelCustomizationJobSummaries":[{"jobName":'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = @(); Requests = 3 }
        @{ Reply = @{ status = 200; body = '{}'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'does not contain modelCustomizationJobSummaries'; Requests = 3 }
        @{ Reply = @{ status = 200; body = '{"modelCustomizationJobSummaries":"none"}'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , "'modelCustomizationJobSummaries'"; Requests = 3 }
        @{ Reply = @{ status = 200; body = '{"modelCustomizationJobSummaries":[{}],"modelCustomizationJobSummaries":[]}'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'twice'; Requests = 3 }
        @{ Reply = @{ status = 200; body = '{"__type":"ThrottlingException","message":"Rate exceeded"}'; count = $null }; Id = 'Throttled'; Category = 'LimitsExceeded'; Says = , 'Rate exceeded'; Requests = 3 }
        @{ Reply = @{ status = 500; body = 'x' * 2MB; contentType = 'text/plain'; count = $null }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'larger than 1 MB'; Requests = 1 }
        @{ Reply = @{ status = 408; body = '{}'; count = $null }; Id = 'RequestTimedOut'; Category = 'OperationTimeout'; Says = @(); Requests = 3 }
        @{ Reply = @{ status = 404; body = '<html>Not Found</html>'; contentType = 'text/html' }; Id = 'MalformedResponse'; Category = 'ProtocolError'; Says = , 'HTTP 404'; Requests = 1 }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 30
    Set-LocalBedrockEnvironment $service

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
        Reset-LocalBedrock $service
    }

    Context 'from the reply <Reply.errorType><Reply.status><Reply.contentType>' -ForEach $replies {
        It 'has its id, category, target, request id and action, after <Requests> requests' {
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

        It 'obeys -ErrorAction Stop' {
            Add-LocalBedrockFault $service $Reply
            { Get-BdrCustomizationJob -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
        }
    }

    It 'keeps the jobs that were already written, and contains where to continue' {
        $all = (Get-BdrCustomizationJob).JobArn
        Add-LocalBedrockFault $service @{ skip = 2; errorType = 'AccessDeniedException'; message = 'no more' }
        $jobs = @(Get-BdrCustomizationJob -PageSize 10 -ErrorAction SilentlyContinue -ErrorVariable failure)
        $jobs.JobArn | Should -Be $all[0..19]
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        (Get-BdrCustomizationJob -NextToken $failure[0].TargetObject.NextToken).JobArn | Should -Be $all[20..29]
    }

    It 'contains the remaining -Skip and -First' {
        $expected = (Get-BdrCustomizationJob -Skip 3 -First 22).JobArn
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no more' }
        $jobs = @(Get-BdrCustomizationJob -Skip 3 -First 22 -PageSize 10 -ErrorAction SilentlyContinue -ErrorVariable failure)
        $rest = $failure[0].TargetObject
        $jobs += Get-BdrCustomizationJob -NextToken $rest.NextToken -Skip $rest.Skip -First $rest.First
        $jobs.JobArn | Should -Be $expected
    }

    It 'does not come where the retries succeed' {
        Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; count = 2 }
        @(Get-BdrCustomizationJob -ErrorAction Stop).Count | Should -Be 30
        @(Get-LocalBedrockRequest $service).status | Should -Be 429, 429, 200
    }

    It 'is RepeatedToken where the service sends a token again, once, after the page' {
        $body = '{"nextToken":"same","modelCustomizationJobSummaries":[]}'
        Add-LocalBedrockFault $service @{ status = 200; body = $body; count = $null }
        $failure = Get-TheError 'Get-BdrCustomizationJob'
        $failure.FullyQualifiedErrorId | Should -BeLike 'RepeatedToken,*'
        $failure.CategoryInfo.Category | Should -Be ProtocolError
        $failure.Exception.Operation | Should -Be ListModelCustomizationJobs
        $failure.Exception.RequestId | Should -Be @(Get-LocalBedrockRequest $service)[-1].requestId
        @(Get-LocalBedrockRequest $service).Count | Should -Be 2
    }

    It 'is ConnectionFailed for <Url>' -TestCases @(
        @{ Url = 'http://127.0.0.1:9'; Because = 'nothing listens there' }
        @{ Url = 'http://no-such-host.invalid'; Because = 'there is no such name' }
        @{ Url = 'TLS'; Because = 'it does not speak TLS' }
    ) {
        $address = $Url -eq 'TLS' ? $service.Url.Replace('http:', 'https:') : $Url
        $failure = Get-TheError "Get-BdrCustomizationJob -EndpointUrl $address"
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-EndpointUrl*'
        $failure.TargetObject | Should -BeOfType BedrockJobs.JobQuery
    }

    It 'is ConnectionFailed where the connection breaks <When>' -TestCases @(
        @{ When = 'before the reply'; Break = 'reset' }
        @{ When = 'in the middle of the reply'; Break = 'truncate' }
    ) {
        Add-LocalBedrockFault $service @{ connection = $Break; count = $null }
        $failure = Get-TheError 'Get-BdrCustomizationJob'
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
    }

    It 'is CredentialsRejected where the secret is wrong, whose signature the service finds out' {
        $secret = $env:AWS_SECRET_ACCESS_KEY
        $env:AWS_SECRET_ACCESS_KEY = 'wrong-secret-of-forty-characters-in-all'
        try {
            $failure = Get-TheError 'Get-BdrCustomizationJob'
        }
        finally {
            $env:AWS_SECRET_ACCESS_KEY = $secret
        }

        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
        $failure.Exception.ErrorCode | Should -Be InvalidSignatureException
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }

    It 'is <Id> where <Case>' -ForEach @(
        @{ Id = 'CredentialsNotFound'; Case = 'there are no credentials'; Without = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'; Command = 'Get-BdrCustomizationJob'; Category = 'AuthenticationError'; Says = '*-ProfileName*AWS_PROFILE*AWS_ACCESS_KEY_ID*' }
        @{ Id = 'CredentialsNotFound'; Case = 'there is no such profile'; Without = @(); Command = 'Get-BdrCustomizationJob -ProfileName nobody'; Category = 'AuthenticationError'; Says = '*nobody*' }
        @{ Id = 'RegionNotFound'; Case = 'the Region of the environment is none'; With = @{ AWS_REGION = 'us-east-1.evil.example/x' }; Command = 'Get-BdrCustomizationJob'; Category = 'InvalidArgument'; Says = '*us-east-1.evil.example/x*' }
        @{ Id = 'ValidationFailed'; Case = 'the endpoint of the environment is none'; With = @{ AWS_ENDPOINT_URL_BEDROCK = 'notaurl' }; Command = 'Get-BdrCustomizationJob -Debug:$false'; Category = 'InvalidArgument'; Says = '*environment or profile*notaurl*' }
        @{ Id = 'CredentialsNotFound'; Case = 'the profile of the environment is not there'; Without = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'; With = @{ AWS_PROFILE = 'nosuch' }; Command = 'Get-BdrCustomizationJob'; Category = 'AuthenticationError'; Says = '*nosuch*' }
        @{ Id = 'CredentialsNotFound'; Case = 'the file of a web identity is not there'; Without = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'; With = @{ AWS_WEB_IDENTITY_TOKEN_FILE = '/nonexistent/token'; AWS_ROLE_ARN = 'arn:aws:iam::111122223333:role/x' }; Command = 'Get-BdrCustomizationJob'; Category = 'AuthenticationError'; Says = '*/nonexistent/token*' }
        @{ Id = 'RegionNotFound'; Case = 'there is no Region'; Without = , 'AWS_REGION'; Command = 'Get-BdrCustomizationJob'; Category = 'InvalidArgument'; Says = '*-Region*AWS_REGION*' }
    ) {
        $change = @{}
        foreach ($name in $Without) { if ($name) { $change[$name] = [NullString]::Value } }
        foreach ($name in $With.Keys) { $change[$name] = $With[$name] }
        $before = @{}
        foreach ($name in $change.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
        try {
            foreach ($name in $change.Keys) { [Environment]::SetEnvironmentVariable($name, $change[$name]) }
            $failure = Get-TheError $Command
        }
        finally {
            foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name] ?? [NullString]::Value) }
        }

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.TargetObject | Should -BeOfType BedrockJobs.JobQuery
        "$failure $($failure.ErrorDetails.RecommendedAction)" | Should -BeLike $Says
        @(Get-LocalBedrockRequest $service).Count | Should -Be 0
    }

    It 'is <Id>, with no line of a file in it, where <Case>' -TestCases @(
        @{ Id = 'ValidationFailed'; Case = 'a file can''t be read'; Config = "[default]`naws_secret_access_key HUNTER2`n[[x" }
        @{ Id = 'CredentialsNotFound'; Case = 'a process prints no credentials'; Config = "[default]`ncredential_process = echo HUNTER2" }
    ) {
        $file = Join-Path $TestDrive config
        Set-Content $file $Config
        $before = $env:AWS_CONFIG_FILE
        $env:AWS_CONFIG_FILE = $file
        try {
            $shown = Invoke-NewPowerShell @"
Import-Module '$manifest'
Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY
Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure -Debug -Verbose *>&1
`$failure[0].FullyQualifiedErrorId
`$failure[0] | Get-Error
"@
        }
        finally {
            $env:AWS_CONFIG_FILE = $before
        }

        "$shown" | Should -BeLike "*$Id,BedrockJobs*"
        "$shown" | Should -Not -BeLike '*HUNTER2*'
    }

    It 'is ValidationFailed, before any request, where the settings of the endpoint contradict each other' {
        $env:AWS_USE_FIPS_ENDPOINT = 'true'
        try {
            $id, $message = Invoke-NewPowerShell @"
Import-Module '$manifest'
Get-BdrCustomizationJob -EndpointUrl $($service.Url) -ErrorAction SilentlyContinue -ErrorVariable failure
`$failure[0].FullyQualifiedErrorId, "`$(`$failure[0])"
"@
        }
        finally {
            $env:AWS_USE_FIPS_ENDPOINT = $null
        }

        $id | Should -BeLike 'ValidationFailed,*'
        $message | Should -BeLike '*FIPS and custom endpoint are not supported*'
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }

    It 'is shown with what to do, once' {
        Add-LocalBedrockFault $service @{ errorType = 'AccessDeniedException'; message = 'no' }
        $shown = Get-TheError 'Get-BdrCustomizationJob' | Out-String -Width 500
        [regex]::Matches($shown, 'bedrock:ListModelCustomizationJobs').Count | Should -Be 1
    }

    It 'shows nothing of the service''s text that could drive the terminal' {
        $hostile = "`e[2J`e]0;owned`a"
        Add-LocalBedrockFault $service @(
            @{ errorType = 'AccessDeniedException'; message = "$hostile gone" }
            @{ status = 400; body = (@{ '__type' = "We${hostile}ird"; message = $hostile } | ConvertTo-Json) }
            @{ status = 200; body = (@{ modelCustomizationJobSummaries = @(, @{ jobArn = "arn $hostile" }) } | ConvertTo-Json -Depth 5) }
        )
        $before = $ErrorView
        try {
            foreach ($case in 1..3) {
                $failure = Get-TheError 'Get-BdrCustomizationJob'
                foreach ($view in 'ConciseView', 'NormalView', 'DetailedView') {
                    $ErrorView = $view
                    # Without the colors of PowerShell.
                    $shown = ($failure | Out-String) -replace '\e\[[0-9;]*m', ''
                    $shown | Should -Not -Match '[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]'
                }
            }
        }
        finally {
            $ErrorView = $before
        }
    }
}
