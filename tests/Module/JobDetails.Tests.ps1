# Get-BdrCustomizationJob -JobIdentifier: the details of jobs, by name, ARN, or object.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 40 -Options @(
        '--region', 'us-east-1,eu-west-1'
        '--account', '111122223333'
        '--account', '444455556666'
    )
    Set-LocalBedrockEnvironment $service
    $all = Get-BdrCustomizationJob

    $rich = @{
        jobName              = 'rich'
        status               = 'Failed'
        failureMessage       = "Too little data`e[2J"
        clientRequestToken   = 'token-1'
        roleArn              = 'arn:aws:iam::111122223333:role/training'
        hyperParameters      = @{ learningRate = '0.00001'; batchSize = '8'; epochCount = '2' }
        trainingDataConfig   = @{
            invocationLogsConfig = @{
                usePromptResponse      = $true
                invocationLogSource    = @{ s3Uri = 's3://logs/here' }
                requestMetadataFilters = @{ andAll = @(@{ equals = @{ team = 'search' } }, @{ notEquals = @{ stage = 'dev' } }) }
            }
        }
        validationDataConfig = @{ validators = @(@{ s3Uri = 's3://validation/1' }, @{ s3Uri = 's3://validation/2' }) }
        outputDataConfig     = @{ s3Uri = 's3://output/' }
        outputModelKmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555'
        trainingMetrics      = @{ trainingLoss = 0.1 }
        validationMetrics    = @(@{ validationLoss = 0.2 }, @{ validationLoss = 0.3 })
        vpcConfig            = @{ subnetIds = @('subnet-1', 'subnet-2'); securityGroupIds = @('sg-1') }
        customizationConfig  = @{
            rftConfig = @{
                graderConfig    = @{ lambdaGrader = @{ lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:grade' } }
                hyperParameters = @{ epochCount = 2; batchSize = 32; learningRate = 0.00001; maxPromptLength = 4096; trainingSamplePerPrompt = 4; inferenceMaxTokens = 2048; reasoningEffort = 'high'; evalInterval = 10 }
            }
        }
    }
    Add-LocalBedrockJob $service $rich

    function Get-Plain {
        param([Parameter(ValueFromPipeline)] [string] $Text)
        process { $Text -replace '\e\[[0-9;]*m', '' }
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Get-BdrCustomizationJob -JobIdentifier' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    Context 'binds' {
        It '<What>' -TestCases @(
            @{ What = 'a name'; Command = { Get-BdrCustomizationJob -JobIdentifier $all[0].JobName }; Expected = 0 }
            @{ What = 'an ARN, by its alias'; Command = { Get-BdrCustomizationJob -JobArn $all[0].JobArn }; Expected = 0 }
            @{ What = 'several'; Command = { Get-BdrCustomizationJob -Arn $all[0].JobName, $all[1].JobArn }; Expected = 0, 1 }
            @{ What = 'jobs of a listing as an argument'; Command = { Get-BdrCustomizationJob -JobIdentifier $all[2, 1] }; Expected = 2, 1 }
            @{ What = 'texts from the pipeline'; Command = { $all[1].JobName, $all[0].JobArn | Get-BdrCustomizationJob }; Expected = 1, 0 }
            @{ What = 'jobs from the pipeline'; Command = { $all[0..3] | Get-BdrCustomizationJob }; Expected = 0, 1, 2, 3 }
            @{ What = 'jobs in full from the pipeline'; Command = { $all[0..1] | Get-BdrCustomizationJob | Get-BdrCustomizationJob }; Expected = 0, 1 }
            @{ What = 'selected properties from the pipeline'; Command = { $all[0..1] | Select-Object -Property JobArn | Get-BdrCustomizationJob }; Expected = 0, 1 }
            @{ What = 'rows of a CSV file'; Command = { $all[0..1] | Select-Object JobName, JobArn, ProfileName | ConvertTo-Csv | ConvertFrom-Csv | Get-BdrCustomizationJob }; Expected = 0, 1 }
        ) {
            $jobs = @(& $Command)
            $jobs | Should -BeOfType BedrockJobs.CustomizationJobDetail
            $jobs.JobArn | Should -Be $all[$Expected].JobArn
            @(Get-LocalBedrockRequest $service).operation | Select-Object -Unique | Should -Be GetModelCustomizationJob
        }

        It 'an ARN, and tells with -Debug whether the Region is that of the ARN' {
            (Get-BdrCustomizationJob -JobIdentifier $all[0].JobArn -Debug 5>&1)[0].Message | Should -Be 'us-east-1: Region us-east-1, from the ARN of the job'
            (Get-BdrCustomizationJob -JobIdentifier $all[0].JobArn -Region us-east-1 -Debug 5>&1)[0].Message | Should -Be 'us-east-1: Region us-east-1, from -Region'
        }

        It 'a name of digits without quotation marks, as it is typed' {
            Get-BdrCustomizationJob -JobIdentifier 007 -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
            $failure[0].TargetObject | Should -BeExactly '007'
        }

        It 'no number in a list, because PowerShell has lost its text, and neither does -Name' {
            { Get-BdrCustomizationJob -JobIdentifier 007, 1e3 } | Should -Throw "*'7' is a number*'007'*"
            { Get-BdrCustomizationJob 007, 1e3 } | Should -Throw "*'7' is a number*'007'*"
        }

        It 'a row of a table with only the name of a job' {
            $name = (Get-BdrCustomizationJob -First 1).JobName
            ("JobName`n$name" | ConvertFrom-Csv | Get-BdrCustomizationJob).JobName | Should -Be $name
        }

        It 'jobs after Export-Clixml and Import-Clixml, piped and as an argument' {
            $all[0..1] | Export-Clixml (Join-Path $TestDrive jobs.xml)
            $jobs = Import-Clixml (Join-Path $TestDrive jobs.xml)
            ($jobs | Get-BdrCustomizationJob).JobArn | Should -Be $all[0..1].JobArn
            (Get-BdrCustomizationJob -JobIdentifier $jobs).JobArn | Should -Be $all[0..1].JobArn
        }

        It 'the jobs of a listing that is just running, none where it is empty' {
            $failed = Get-BdrCustomizationJob -Status Failed
            (Get-BdrCustomizationJob -Status Failed | Get-BdrCustomizationJob).JobArn | Should -Be $failed.JobArn
            Reset-LocalBedrock $service
            Get-BdrCustomizationJob nobody-* | Get-BdrCustomizationJob | Should -BeNullOrEmpty
            @(Get-LocalBedrockRequest $service).operation | Should -Be ListModelCustomizationJobs
        }

        It 'the same in ConstrainedLanguage' {
            $powershell = New-TestPowerShell '$ExecutionContext.SessionState.LanguageMode = "ConstrainedLanguage"; Get-BdrCustomizationJob -First 2 | Get-BdrCustomizationJob; Get-BdrCustomizationJob -JobIdentifier (Get-BdrCustomizationJob -First 1)'
            $powershell.Invoke().JobName.Count | Should -Be 3
            $powershell.Streams.Error | Should -BeNullOrEmpty
        }
    }

    Context 'refuses before any request' {
        AfterEach {
            Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        }

        It '<Identifier>, which is neither a name nor an ARN' -TestCases @(
            @{ Identifier = 'a b' }
            @{ Identifier = 'train-*' }
            @{ Identifier = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-micro-v1:0/abcdefghijkl' }
            @{ Identifier = 'arn:aws:bedrock:us-esat-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdefghijkl' }
        ) {
            $refusal = { Get-BdrCustomizationJob -JobIdentifier $Identifier } | Should -Throw -PassThru
            $refusal.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
            "$refusal" | Should -BeLike "*'JobIdentifier'*'$Identifier'*"
        }

        It 'an ARN of another Region than -Region, with all others that are named beside it' {
            $refusal = { Get-BdrCustomizationJob -JobIdentifier $all[0].JobName, $all[1].JobArn -Region eu-west-1 } | Should -Throw -PassThru
            $refusal.FullyQualifiedErrorId | Should -BeLike 'RegionContradictsArn,*'
            $refusal.CategoryInfo.Category | Should -Be InvalidArgument
            $refusal.TargetObject | Should -Be $all[1].JobArn
            "$refusal" | Should -BeLike "-Region eu-west-1 *$($all[1].JobArn)*us-east-1*"
        }

        It '-<Parameter>, which pages through a listing' -TestCases @(
            @{ Parameter = 'First'; Value = 1 }
            @{ Parameter = 'Skip'; Value = 1 }
            @{ Parameter = 'IncludeTotalCount'; Value = $true }
        ) {
            $paging = @{ $Parameter = $Value }
            { Get-BdrCustomizationJob -JobIdentifier $all[0].JobName @paging } | Should -Throw "*-$Parameter*Select-Object*" -ErrorId 'PagingOfIdentifiers,*'
        }

        It 'a filter of the listing' {
            { Get-BdrCustomizationJob -JobIdentifier $all[0].JobName -Status Failed } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        }

        It 'an object that is no job' {
            Get-Item $TestDrive | Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            "$($failure[0])" | Should -BeLike '*JobArn*'
        }
    }

    Context 'fetches' {
        It 'as many at a time as -ThrottleLimit, and writes them in the order of the input' {
            $count = 24
            $names = (1..$count).ForEach({ $all[$_].JobName })
            # Later requests are faster, so the responses arrive in another order.
            Add-LocalBedrockFault $service @{ skip = 1; count = 2; delay = '00:00:00.8' }
            $jobs = $names | Get-BdrCustomizationJob -ThrottleLimit 6
            $jobs.JobName | Should -Be $names

            $asked = @(Get-LocalBedrockRequest $service)
            $asked.Count | Should -Be $count
            $slow = @($asked | Where-Object milliseconds -GT 700)
            $meanwhile = @($asked | Where-Object { [datetime] $_.time -gt [datetime] $slow[0].time -and [datetime] $_.time -lt ([datetime] $slow[0].time).AddMilliseconds(700) })
            $meanwhile.Count | Should -BeGreaterOrEqual 5 -Because 'a slow reply keeps the others back only from being written'
        }

        It 'one after the other with -ThrottleLimit 1, so that -PipelineVariable belongs to the output' {
            Get-BdrCustomizationJob -PipelineVariable listed | Get-BdrCustomizationJob -ThrottleLimit 1 |
                ForEach-Object { "$($listed.JobName)" | Should -BeExactly $_.JobName }
        }

        It 'one after the other with -ThrottleLimit 1' {
            Add-LocalBedrockFault $service @{ delay = '00:00:00.2'; count = 3 }
            $null = Get-BdrCustomizationJob -JobIdentifier $all[0..2].JobName -ThrottleLimit 1
            $times = @(Get-LocalBedrockRequest $service).time.ForEach([datetime])
            foreach ($i in 1, 2) { ($times[$i] - $times[$i - 1]).TotalMilliseconds | Should -BeGreaterThan 190 }
        }

        It 'the first while more input is still to come' {
            $sync = [hashtable]::Synchronized(@{ Written = 0; AtSecond = 0; AtThird = 0 })
            $powershell = New-TestPowerShell '& { $names[0]; $sync.AtSecond = $sync.Written; Start-Sleep -Seconds 1; $names[1]; $sync.AtThird = $sync.Written; $names[2] } | Get-BdrCustomizationJob | ForEach-Object { $sync.Written++ }'
            $powershell.Runspace.SessionStateProxy.SetVariable('sync', $sync)
            $powershell.Runspace.SessionStateProxy.SetVariable('names', $all[0..2].JobName)
            $null = $powershell.Invoke()
            $sync.AtSecond, $sync.AtThird, $sync.Written | Should -Be 1, 2, 3
        }

        It 'over one connection to each Region and profile' {
            $lines = $all[0..9] | Get-BdrCustomizationJob -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object Message
            @($lines -like '*credentials*').Count | Should -Be 1
            @($lines -like "GetModelCustomizationJob us-east-1 from $($service.Url)*: jobIdentifier=arn:*").Count | Should -Be 10
        }

        It 'and writes one line for each request with -Verbose' {
            $lines = @($all[0..1] | Get-BdrCustomizationJob -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] })
            $asked = @(Get-LocalBedrockRequest $service)
            for ($i = 0; $i -lt 2; $i++) {
                "$($lines[$i])" | Should -Match "^GetModelCustomizationJob us-east-1: $($all[$i].JobName) is \w+, in [\d,]+ ms, request ID $($asked[$i].requestId)$"
            }
        }
    }

    Context 'ends' {
        It 'what is in flight on Ctrl+C, at once' {
            Add-LocalBedrockFault $service @{ skip = 1; connection = 'stall'; count = 3 }
            $powershell = New-TestPowerShell '$names | Get-BdrCustomizationJob -ThrottleLimit 3'
            $powershell.Runspace.SessionStateProxy.SetVariable('names', $all[0..9].JobName)
            $null = $powershell.BeginInvoke()
            Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'three requests have reached the service'
            $powershell.Stop()
            $powershell.InvocationStateInfo.State | Should -Be Stopped
            $powershell.Streams.Error | Should -BeNullOrEmpty
            Wait-Until { @(Get-LocalBedrockRequest $service).Count -eq 4 } -Because 'the service notices that the client went away'
            Start-Sleep -Milliseconds 500
            @(Get-LocalBedrockRequest $service).aborted | Sort-Object | Should -Be $false, $true, $true, $true -Because 'nothing is asked after that'
        }

        It 'what is in flight after Select-Object -First' {
            # All requests except the first stall, because simultaneous requests can arrive in any order.
            Add-LocalBedrockFault $service @($all[1..39].ForEach({ @{ jobIdentifier = $_.JobName; connection = 'stall'; count = $null } }))
            (Get-BdrCustomizationJob -JobIdentifier $all[0..39].JobName -ThrottleLimit 4 | Select-Object -First 1).JobName | Should -Be $all[0].JobName
            Start-Sleep -Milliseconds 500
            $asked = @(Get-LocalBedrockRequest $service)
            @($asked | Where-Object { -not $_.aborted }).Count | Should -Be 1
            $asked.Count | Should -BeLessOrEqual 5
        }
    }

    Context 'fails' {
        It 'for a job that does not exist with one JobNotFound, and the other jobs are returned' {
            $jobs = $all[0].JobName, 'nobody', $all[1].JobName | Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure
            $jobs.JobName | Should -Be $all[0..1].JobName
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -Be 'JobNotFound,BedrockJobs.Commands.GetBdrCustomizationJobCommand'
            $failure[0].CategoryInfo.Category | Should -Be ObjectNotFound
            $failure[0].TargetObject | Should -Be nobody
            $failure[0].Exception.Operation | Should -Be GetModelCustomizationJob
            $failure[0].Exception.RequestId | Should -Be (@(Get-LocalBedrockRequest $service) | Where-Object status -EQ 404).requestId
            "$($failure[0])" | Should -BeLike "GetModelCustomizationJob for 'nobody' in us-east-1: *"
        }

        It 'with <Id> for <Reply.errorType><Reply.body>, non-terminating, with the identifier as target' -TestCases @(
            @{ Reply = @{ errorType = 'AccessDeniedException'; message = 'not you' }; Id = 'AccessDenied'; Says = 'bedrock:GetModelCustomizationJob' }
            @{ Reply = @{ errorType = 'ThrottlingException'; count = 3 }; Id = 'Throttled'; Says = 'AWS_MAX_ATTEMPTS' }
            @{ Reply = @{ errorType = 'ConflictException' }; Id = 'JobNotStoppable'; Says = 'status' }
            @{ Reply = @{ status = 200; body = '{}'; count = 3 }; Id = 'MalformedResponse'; Says = 'jobArn, jobName, baseModelArn, creationTime' }
            @{ Reply = @{ status = 200; body = '[1]'; count = 3 }; Id = 'MalformedResponse'; Says = 'proxy' }
            @{ Reply = @{ status = 404; body = '<html>'; contentType = 'text/html' }; Id = 'MalformedResponse'; Says = 'HTTP 404' }
            @{ Reply = @{ status = 200; body = '{"jobArn":"arn:x","jobName":"other","baseModelArn":"b","creationTime":"2026-01-02T03:04:05Z"}' }; Id = 'MalformedResponse'; Says = "another job, 'other'" }
        ) {
            Add-LocalBedrockFault $service $Reply
            Get-BdrCustomizationJob -JobIdentifier $all[0].JobName -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $failure[0].TargetObject | Should -Be $all[0].JobName
            "$($failure[0]) $($failure[0].ErrorDetails.RecommendedAction)" | Should -BeLike "*$Says*"
        }

        It 'for each identifier where there are no credentials' {
            $key = $env:AWS_SECRET_ACCESS_KEY
            $env:AWS_SECRET_ACCESS_KEY = $null
            try {
                $all[0..1].JobName | Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            }
            finally {
                $env:AWS_SECRET_ACCESS_KEY = $key
            }

            $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
            $failure.TargetObject | Should -Be $all[0..1].JobName
        }
    }

    Context 'asks' {
        BeforeAll {
            $here = Get-BdrCustomizationJob -First 1
            $there = Get-BdrCustomizationJob -Region eu-west-1 -First 1
            Add-LocalBedrockJob $service @(
                @{ jobName = 'everywhere'; status = 'Completed' }
                @{ jobName = 'everywhere'; status = 'Completed'; region = 'eu-west-1' }
                @{ jobName = 'there'; status = 'Completed'; region = 'eu-west-1' }
            )

            # The two keys in AWS's documentation.
            $credentials = Join-Path $TestDrive credentials
            Set-Content $credentials @"
[first]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
[second]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
"@
        }

        It 'for an ARN in its own Region, whatever the Region of the session' {
            ($here, $there | Get-BdrCustomizationJob).JobArn | Should -Be $here.JobArn, $there.JobArn
            @(Get-LocalBedrockRequest $service).region | Should -Be us-east-1, eu-west-1
        }

        It 'for an ARN in its own Region alone where -Region names several' {
            (Get-BdrCustomizationJob -JobIdentifier $there.JobArn -Region us-east-1, eu-west-1).JobArn | Should -Be $there.JobArn
            @(Get-LocalBedrockRequest $service).region | Should -Be eu-west-1
        }

        It 'for a name in each Region, and gets the job of each' {
            (Get-BdrCustomizationJob -JobIdentifier everywhere, there -Region us-east-1, eu-west-1 -ErrorAction Stop).Region | Should -Be us-east-1, eu-west-1, eu-west-1
        }

        It 'for a name that is nowhere in each Region, which is one error' {
            Get-BdrCustomizationJob -JobIdentifier nobody -Region us-east-1, eu-west-1 -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure.Count | Should -Be 1
            "$($failure[0])" | Should -BeLike "GetModelCustomizationJob for 'nobody' in us-east-1, eu-west-1: *was not found*"
        }

        It 'not for other pipeline input if -Region contradicts an ARN, but continues' {
            $jobs = $there, $here | Get-BdrCustomizationJob -Region us-east-1 -ErrorAction SilentlyContinue -ErrorVariable failure
            $jobs.JobArn | Should -Be $here.JobArn
            $failure.FullyQualifiedErrorId | Should -BeLike 'RegionContradictsArn,*'
            $failure[0].TargetObject | Should -Be $there.JobArn
            @(Get-LocalBedrockRequest $service).region | Should -Be us-east-1
        }

        It 'as the profile that a job was listed with, <How>' -TestCases @(
            @{ How = 'piped'; Command = { $args | Get-BdrCustomizationJob -ProfileLocation $credentials } }
            @{ How = 'as an argument'; Command = { Get-BdrCustomizationJob -JobIdentifier $args -ProfileLocation $credentials } }
            @{ How = 'after Export-Clixml'; Command = { $args | Export-Clixml "$TestDrive/two.xml"; Import-Clixml "$TestDrive/two.xml" | Get-BdrCustomizationJob -ProfileLocation $credentials } }
            @{ How = 'after Export-Csv'; Command = { $args | Export-Csv "$TestDrive/two.csv"; Import-Csv "$TestDrive/two.csv" | Get-BdrCustomizationJob -ProfileLocation $credentials } }
        ) {
            $listed = 'first', 'second' | ForEach-Object { Get-BdrCustomizationJob -ProfileName $_ -ProfileLocation $credentials -First 1 }
            $listed.ProfileName | Should -Be first, second
            Reset-LocalBedrock $service
            $jobs = & $Command $listed[0] $listed[1]
            $jobs.JobArn | Should -Be $listed.JobArn
            $jobs.ProfileName | Should -Be first, second
            $jobs.AccountId | Should -Be 111122223333, 444455556666
            @(Get-LocalBedrockRequest $service).account | Sort-Object | Should -Be 111122223333, 444455556666
        }

        It 'as the profile that -ProfileName names, before the one that a job was listed with' {
            $listed = Get-BdrCustomizationJob -ProfileName second -ProfileLocation $credentials -First 1
            $listed | Get-BdrCustomizationJob -ProfileName first -ProfileLocation $credentials -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
            "$($failure[0])" | Should -BeLike '*us-east-1 (profile first)*'
        }

        It 'as each profile for a job of one of them, without an error' {
            $jobs = Get-BdrCustomizationJob -ProfileName first, second -ProfileLocation $credentials -First 10 |
                Get-BdrCustomizationJob -ProfileName first, second -ProfileLocation $credentials -ErrorAction Stop
            $jobs.Count | Should -Be 10
        }

        It 'as the session''s identity where no profile was named' {
            $all[0].ProfileName | Should -BeNullOrEmpty
            (Get-BdrCustomizationJob -JobIdentifier $all[0].JobName).ProfileName | Should -BeNullOrEmpty
        }
    }
}

Describe 'BedrockJobs.CustomizationJobDetail' {
    BeforeAll {
        $job = Get-BdrCustomizationJob -JobIdentifier rich
    }

    It 'has the properties of a listed job, and all others of the API' {
        $listed = Get-BdrCustomizationJob rich
        $job | Should -BeOfType BedrockJobs.CustomizationJob
        foreach ($name in $listed.PSObject.Properties.Name) {
            if ($name -notin 'Duration', 'CustomModelName') { "$($job.$name)" | Should -Be "$($listed.$name)" -Because $name }
        }

        $job.FailureMessage | Should -BeExactly $rich.failureMessage
        $job.RoleArn, $job.ClientRequestToken, $job.OutputModelKmsKeyArn | Should -Be $rich.roleArn, $rich.clientRequestToken, $rich.outputModelKmsKeyArn
        $job.OutputModelName | Should -Be rich-model
        $job.TrainingMetrics.TrainingLoss | Should -BeExactly 0.1
        $job.ValidationMetrics.ValidationLoss | Should -Be 0.2, 0.3
        $job.ValidationDataConfig.Validators.S3Uri | Should -Be s3://validation/1, s3://validation/2
        $job.OutputDataConfig.S3Uri | Should -Be s3://output/
        $job.VpcConfig.SubnetIds | Should -Be subnet-1, subnet-2
        $job.VpcConfig.SecurityGroupIds | Should -Be sg-1
        $logs = $job.TrainingDataConfig.InvocationLogsConfig
        $logs.UsePromptResponse | Should -BeTrue
        $logs.InvocationLogSource.S3Uri | Should -Be s3://logs/here
        $logs.RequestMetadataFilters.AndAll[0].Equals.team | Should -Be search
        $logs.RequestMetadataFilters.AndAll[1].NotEquals.stage | Should -Be dev
        $job.CustomizationConfig.RftConfig.GraderConfig.LambdaGrader.LambdaArn | Should -BeLike *:function:grade
        $job.CustomizationConfig.RftConfig.HyperParameters.LearningRate | Should -BeExactly 0.00001
        $job.CustomizationConfig.RftConfig.HyperParameters.ReasoningEffort | Should -Be high
    }

    It 'has hyperparameters that are found in any case, sorted, and printed as a table' {
        $job.HyperParameters.EPOCHCOUNT | Should -Be 2
        @($job.HyperParameters.Keys) | Should -Be batchSize, epochCount, learningRate
        ($job.HyperParameters | Out-String | Get-Plain) -split '\r?\n' | Where-Object { $_ } | Select-Object -Skip 2 | ForEach-Object { -split $_ } |
            Should -Be batchSize, 8, epochCount, 2, learningRate, 0.00001
    }

    # In a new process: once ConstrainedLanguage has refused a conversion, PowerShell refuses it everywhere in the process.
    It 'is the same after <_>, to the last nested member' -ForEach @(
        'Export-Clixml -Depth 1', 'Export-Clixml', 'a job', 'a runspace', 'a session that imports the module later'
    ) {
        $trip = @{
            'Export-Clixml -Depth 1' = '$job | Export-Clixml $file -Depth 1; $back = Import-Clixml $file'
            'Export-Clixml' = '@{ Kept = @($job) } | Export-Clixml $file -Depth 1; $back = (Import-Clixml $file).Kept[0]'
            'a job' = '$back = (Start-Job { Import-Module $using:manifest; Get-BdrCustomizationJob -JobIdentifier rich } | Receive-Job -Wait).PSObject.BaseObject'
            'a runspace' = '$text = [Management.Automation.PSSerializer]::Serialize($job, 1); $back = [powershell]::Create().AddScript("param(`$file, `$text) Import-Module `$file; [Management.Automation.PSSerializer]::Deserialize(`$text)").AddArgument($manifest).AddArgument($text).Invoke()[0]'
            'a session that imports the module later' = '$job | Export-Clixml $file; $back = [powershell]::Create().AddScript("Import-Clixml ''$file''").Invoke()[0].Restore()'
        }[$_]
        $result = Invoke-NewPowerShell @"
            `$manifest = '$manifest'; `$file = '$TestDrive/trip.xml'
            Import-Module `$manifest
            `$job = Get-BdrCustomizationJob -JobIdentifier rich
            $trip
            `$back.GetType().FullName
            `$back.VpcConfig.GetType().FullName
            `$back.VpcConfig.SubnetIds[0]
            `$back.TrainingDataConfig.InvocationLogsConfig.RequestMetadataFilters.AndAll[1].NotEquals['stage']
            `$back.CreationTime.Kind
            `$back.PSObject.TypeNames -join ' '
            (`$back | ConvertTo-Json -Depth 20) -ceq (`$job | ConvertTo-Json -Depth 20)
"@
        $result | Should -Be BedrockJobs.CustomizationJobDetail, BedrockJobs.VpcConfig, subnet-1, dev, Local,
            'BedrockJobs.CustomizationJobDetail BedrockJobs.CustomizationJob BedrockJobs.OutputObject System.Object', $true
    }

    It 'is whole in a session without the module' {
        $job | Export-Clixml (Join-Path $TestDrive job.xml)
        $back = [powershell]::Create().AddScript("Import-Clixml '$TestDrive/job.xml'").Invoke()[0]
        $back.PSObject.TypeNames[0] | Should -Be Deserialized.BedrockJobs.CustomizationJobDetail
        $back.PSObject.Properties.Name | Should -Be $job.PSObject.Properties.Name
        $back.FailureMessage | Should -BeExactly $rich.failureMessage
        $back.HyperParameters.epochCount | Should -Be 2
        $back.ValidationMetrics[1].ValidationLoss | Should -BeExactly 0.3
        $back.CustomizationConfig.RftConfig.GraderConfig.LambdaGrader.LambdaArn | Should -BeLike *:function:grade
        $back.TrainingDataConfig.InvocationLogsConfig.RequestMetadataFilters.AndAll[0].Equals.team | Should -Be search
        "$($back.TrainingDataConfig)" | Should -Be 's3://logs/here, UsePromptResponse=True, AndAll(Equals(team=search); NotEquals(stage=dev))'
        "$($back.CustomizationConfig)" | Should -BeLike 'LambdaArn=*, EpochCount=2, BatchSize=32, LearningRate=1E-05, *'
    }

    It 'is readable text in each cell of <Cells>, as in the list view' -ForEach @(
        @{ Cells = 'a CSV file'; Get = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Cells = 'an HTML table'; Get = {
                $names, $values = ([xml] "<x>$($_ | ConvertTo-Html -Fragment)</x>".Replace("`e", '')).x.table.tr
                $cells = @{}
                foreach ($i in 0..($names.th.Count - 1)) { $cells[$names.th[$i]] = $values.td[$i] }
                [pscustomobject] $cells
            } }
    ) {
        $bare = $all[0] | Get-BdrCustomizationJob
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($job, 9))
        $inner = $job.TrainingDataConfig.InvocationLogsConfig.RequestMetadataFilters
        foreach ($row in $job, $bare, $job.VpcConfig, $inner, $inner.AndAll[0] | ForEach-Object $Get) {
            $row.PSObject.Properties.Value -join '|' | Should -Not -Match 'System\.|BedrockJobs\.'
        }

        foreach ($row in $job, $back | ForEach-Object $Get) {
            $row.HyperParameters | Should -Be 'batchSize=8, epochCount=2, learningRate=0.00001'
            $row.ValidationMetrics | Should -Be 'ValidationLoss=0.2; ValidationLoss=0.3'
            $row.VpcConfig | Should -Be 'SubnetIds(subnet-1; subnet-2), SecurityGroupIds(sg-1)'
            $row.ValidationDataConfig | Should -Be 's3://validation/1, s3://validation/2'
        }

        ($job.VpcConfig | ForEach-Object $Get).SubnetIds | Should -Be 'subnet-1, subnet-2'
        "$($job.HyperParameters)" | Should -Be 'batchSize=8, epochCount=2, learningRate=0.00001'
    }

    It 'survives ConvertTo-Json with the depth that the help names' {
        $depth = [regex]::Match((Get-Help Get-BdrCustomizationJob -Examples | Out-String), 'ConvertTo-Json -Depth (\d+)').Groups[1].Value
        $back = $job | ConvertTo-Json -Depth $depth -WarningVariable warnings | ConvertFrom-Json
        $warnings | Should -BeNullOrEmpty
        $back.Duration.TotalSeconds | Should -Be $job.Duration.TotalSeconds
        $back.HyperParameters.learningRate | Should -Be 0.00001
        $back.TrainingMetrics.TrainingLoss | Should -BeExactly 0.1
        $back.TrainingDataConfig.InvocationLogsConfig.RequestMetadataFilters.AndAll[1].NotEquals.stage | Should -Be dev
        $back.VpcConfig.SubnetIds | Should -Be subnet-1, subnet-2
    }

    It 'takes what the API may add later, and what it leaves out' {
        $body = '{"jobArn":"arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdefghijkl","jobName":"new","baseModelArn":"arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0","creationTime":"2026-01-02T03:04:05Z","status":"Paused","customizationType":"TELEPATHY","added":{"deep":[{}]},"hyperParameters":null,"customizationConfig":{"telepathyConfig":{"x":1}},"trainingDataConfig":{"s3Uri":null,"other":[]},"validationMetrics":[null,{}],"vpcConfig":{}}'
        Add-LocalBedrockFault $service @{ status = 200; body = $body }
        $odd = Get-BdrCustomizationJob -JobIdentifier new -ErrorAction Stop
        $odd.Status, $odd.CustomizationType | Should -Be Paused, TELEPATHY
        $odd.HyperParameters.Count | Should -Be 0
        $odd.CustomizationConfig.RftConfig | Should -BeNullOrEmpty
        $odd.VpcConfig.SubnetIds.Count | Should -Be 0
        $odd | Out-String | Should -BeLike '*Paused*'
    }

    Context 'is shown' {
        It 'as a list with what matters first, and without what it has nothing of' {
            $names = @(($job | Out-String -Width 200 | Get-Plain) -split '\r?\n' | Where-Object { $_ -match '^(\w+)\s+: ' } | ForEach-Object { $Matches[1] })
            $names[0..8] | Should -Be JobName, Status, FailureMessage, Duration, Validation, DataProcessing, Training, TrainingMetrics, ValidationMetrics
            $names | Should -Not -Contain OutputModelArn
            $completed = @((Get-BdrCustomizationJob -Status Completed -First 1 | Get-BdrCustomizationJob | Out-String -Width 200 | Get-Plain) -split '\r?\n' | Where-Object { $_ -match '^(\w+)\s+: ' } | ForEach-Object { $Matches[1] })
            $completed | Should -Not -Contain FailureMessage
            $completed | Should -Contain OutputModelArn
        }

        It 'with a line for each member that it has' {
            $text = $job | Out-String -Width 200 | Get-Plain
            foreach ($name in $job.PSObject.Properties | Where-Object { $null -ne $_.Value } | ForEach-Object Name) {
                # The model properties of a listing, and the nested properties, which have one line each.
                if ($name -notin 'CustomModelName', 'CustomModelArn', 'StatusDetails') { $text | Should -Match "(?m)^$name +: \S" }
            }

            $text | Should -Match '(?m)^HyperParameters +: batchSize=8, epochCount=2, learningRate=0.00001'
            $text | Should -Match '(?m)^Training +: Failed \d'
        }

        It 'without driving the terminal, also deserialized and in ConstrainedLanguage' {
            $job | Export-Clixml (Join-Path $TestDrive job.xml)
            foreach ($mode in 'FullLanguage', 'ConstrainedLanguage') {
                $powershell = New-TestPowerShell "`$ExecutionContext.SessionState.LanguageMode = '$mode'; Get-BdrCustomizationJob -JobIdentifier rich | Out-String -Width 200; Import-Clixml '$TestDrive/job.xml' | Out-String -Width 200"
                $shown = $powershell.Invoke()
                $powershell.Streams.Error | Should -BeNullOrEmpty
                foreach ($text in $shown) {
                    $text | Should -Match '(?m)^FailureMessage +: Too little data.\[2J'
                    $text | Should -Match '(?m)^HyperParameters +: batchSize=8, epochCount=2, learningRate=0.00001'
                    $text | Should -Match '(?m)^ValidationMetrics +: ValidationLoss=0.2; ValidationLoss=0.3'
                    ($text | Get-Plain) | Should -Not -Match '\e'
                }
            }
        }

        It 'as a table like the listing''s with Format-Table' {
            ($job | Format-Table | Out-String -Width 120 | Get-Plain) -split '\r?\n' | Where-Object { $_ } | Select-Object -First 1 | Should -Match '^Name +Status +Created'
        }
    }
}
