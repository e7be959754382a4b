# Stop-BdrCustomizationJob: its prompts, its requests, and their results.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 0 -Options '--region', 'us-east-1,eu-west-1'
    Set-LocalBedrockEnvironment $service

    function Get-StopRequest {
        Get-LocalBedrockRequest $service | Where-Object operation -EQ StopModelCustomizationJob
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Stop-BdrCustomizationJob' {
    BeforeEach {
        Clear-LocalBedrockJob $service
        $now = [datetime]::UtcNow
        Add-LocalBedrockJob $service @(
            @{ jobName = 'first'; status = 'InProgress'; creationTime = $now.AddMinutes(-192).ToString('o'); baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0' }
            @{ jobName = 'second'; status = 'InProgress'; creationTime = $now.AddMinutes(-200).ToString('o') }
            @{ jobName = 'third'; status = 'InProgress'; creationTime = $now.AddMinutes(-210).ToString('o') }
            @{ jobName = 'done'; status = 'Completed'; creationTime = $now.AddMinutes(-300).ToString('o') }
        )
        Reset-LocalBedrock $service
    }

    It 'prompts with the job, its base model and its time so far, and what is charged' {
        $output = Invoke-Answered Yes 'Stop-BdrCustomizationJob first'
        $userErrors | Should -BeNullOrEmpty
        $output | Should -BeNullOrEmpty
        $user.Questions.Count | Should -Be 1
        $user.Questions[0] | Should -BeLike "*'first' in us-east-1*amazon.nova-micro-v1:0*3h 12m*charged*"
        (Get-BdrCustomizationJob first).Status | Should -Be Stopping
        @(Get-StopRequest).Count | Should -Be 1
    }

    It 'stops no job if the answer is No' {
        $output = Invoke-Answered No 'Stop-BdrCustomizationJob first, second -PassThru'
        $user.Questions.Count | Should -Be 2
        $output | Should -BeNullOrEmpty
        Get-StopRequest | Should -BeNullOrEmpty
    }

    It 'prompts for each job in the order of the input, until Yes to All' {
        $output = Invoke-Answered 'No;Yes to All' 'Get-BdrCustomizationJob -Status InProgress | Stop-BdrCustomizationJob -PassThru'
        $user.Questions.Count | Should -Be 2
        $user.Questions[0] | Should -BeLike "*'first'*"
        $user.Questions[1] | Should -BeLike "*'second'*"
        $output.JobName | Should -Be second, third
        (Get-BdrCustomizationJob first).Status | Should -Be InProgress
    }

    It 'does not prompt after No to All' {
        $output = Invoke-Answered 'Yes;No to All' 'Stop-BdrCustomizationJob first, second, third'
        $user.Questions.Count | Should -Be 2
        @(Get-StopRequest).path | Should -BeLike '*/stop'
        (Get-BdrCustomizationJob first, second, third).Status | Should -Be Stopping, InProgress, InProgress
    }

    It 'does not prompt with -Confirm:$false' {
        $output = Invoke-Answered No 'Stop-BdrCustomizationJob first -Confirm:$false'
        $user.Questions | Should -BeNullOrEmpty
        (Get-BdrCustomizationJob first).Status | Should -Be Stopping
    }

    It 'says what to do in a session that cannot prompt, and stops nothing' {
        $errors = Invoke-NewPowerShell @"
            Import-Module '$manifest'
            Stop-BdrCustomizationJob first, second -ErrorVariable failure 2> `$null
            `$failure | ForEach-Object { "`$_ | `$(`$_.TargetObject.JobName)" }
"@
        $errors | Should -BeLike 'The job * in us-east-1 is not stopped*-Confirm:$false. | *'
        $errors | ForEach-Object { $_.Split(' | ')[1] } | Should -Be first, second
        Get-StopRequest | Should -BeNullOrEmpty
    }

    It 'writes nothing, or with -PassThru each job with its new status' {
        Stop-BdrCustomizationJob first -Confirm:$false | Should -BeNullOrEmpty
        $jobs = Get-BdrCustomizationJob second, third | Stop-BdrCustomizationJob -PassThru -Confirm:$false
        $jobs | Should -BeOfType BedrockJobs.CustomizationJobDetail
        $jobs.JobName | Should -Be second, third
        $jobs.Status | Should -Be Stopping, Stopping
    }

    It 'shows no text in the prompt that can drive the terminal' {
        Add-LocalBedrockJob $service @{ jobName = "evil`e[2J"; jobArn = 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/evilevilevil'; status = 'InProgress' }
        $output = Invoke-Answered No 'Stop-BdrCustomizationJob arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/evilevilevil'
        $user.Questions[0] | Should -BeLike '*evil?`[2J*'
        $user.Questions[0] | Should -Not -Match '\e'
    }

    Context 'with -WhatIf' {
        It 'sends nothing for an identifier' {
            $output = Invoke-Answered Yes 'Stop-BdrCustomizationJob first, second -WhatIf *>&1'
            $user.Questions | Should -BeNullOrEmpty
            Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        }

        It 'describes a job that was listed with its properties' {
            $lines = Invoke-NewPowerShell "Import-Module '$manifest'; Get-BdrCustomizationJob first | Stop-BdrCustomizationJob -WhatIf; Stop-BdrCustomizationJob second -WhatIf"
            $lines.Count | Should -Be 2
            $lines[0] | Should -BeLike "What if: *'first' in us-east-1,*amazon.nova-micro-v1:0*3h 12m*charged*"
            $lines[1] | Should -BeLike "What if: *'second'*charged*"
            @(Get-LocalBedrockRequest $service).operation | Should -Be ListModelCustomizationJobs
            (Get-BdrCustomizationJob first, second).Status | Should -Be InProgress, InProgress
        }

        It 'shows the Region and the profile of each job' {
            $credentials = Join-Path $TestDrive credentials
            Set-Content $credentials "[team]`naws_access_key_id = $env:AWS_ACCESS_KEY_ID`naws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY"
            Add-LocalBedrockJob $service @{ jobName = 'first'; region = 'eu-west-1' }
            $lines = Invoke-NewPowerShell "Import-Module '$manifest'; Get-BdrCustomizationJob first -Region us-east-1, eu-west-1 -ProfileName team -ProfileLocation '$credentials' | Sort-Object Region | Stop-BdrCustomizationJob -WhatIf"
            $lines.Count | Should -Be 2
            $lines[0] | Should -BeLike "What if: *'first' in eu-west-1 (profile team),*"
            $lines[1] | Should -BeLike "What if: *'first' in us-east-1 (profile team),*"
        }

        It 'sends nothing if $WhatIfPreference is set' {
            $null = Invoke-Answered Yes '$WhatIfPreference = $true; Stop-BdrCustomizationJob first -PassThru'
            Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
            $null = Invoke-Answered Yes 'function Stop-Mine { [CmdletBinding(SupportsShouldProcess)] param() Stop-BdrCustomizationJob first }; Stop-Mine -WhatIf'
            Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        }

        It 'is overridden by -WhatIf:$false' {
            $null = Invoke-Answered Yes '$WhatIfPreference = $true; Stop-BdrCustomizationJob first -WhatIf:$false'
            (Get-BdrCustomizationJob first).Status | Should -Be Stopping
        }
    }

    Context 'of a job that has ended' {
        It 'is JobNotStoppable with the identifier as target, without a prompt, and the other jobs are stopped' {
            $output = Invoke-Answered Yes 'Stop-BdrCustomizationJob first, done, second'
            $user.Questions.Count | Should -Be 2
            $userErrors.Count | Should -Be 1
            $failure = $userErrors[0]
            $failure.FullyQualifiedErrorId | Should -Be 'JobNotStoppable,BedrockJobs.Commands.StopBdrCustomizationJobCommand'
            $failure.CategoryInfo.Category | Should -Be InvalidOperation
            $failure.TargetObject | Should -Be done
            "$failure" | Should -BeLike "StopModelCustomizationJob for 'done' in us-east-1: the job cannot be stopped: *Completed*"
            @(Get-StopRequest).Count | Should -Be 2
        }

        It 'is detected from the piped object without a request, also with -WhatIf' {
            $done = Get-BdrCustomizationJob done
            Reset-LocalBedrock $service
            $done | Stop-BdrCustomizationJob -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failure
            $done | Stop-BdrCustomizationJob -WhatIf -ErrorAction SilentlyContinue -ErrorVariable +failure
            $failure.FullyQualifiedErrorId | Should -Be (@('JobNotStoppable,BedrockJobs.Commands.StopBdrCustomizationJobCommand') * 2)
            $failure.TargetObject | Should -Be $done.JobArn, $done.JobArn
            Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        }

        It 'is reported by the service if it has ended in the meantime' {
            Add-LocalBedrockFault $service @{ operation = 'StopModelCustomizationJob'; errorType = 'ConflictException'; message = 'The job has ended.' }
            Stop-BdrCustomizationJob first -Confirm:$false -PassThru -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'JobNotStoppable,*'
            $failure[0].TargetObject | Should -Be first
            $failure[0].Exception.RequestId | Should -Be @(Get-StopRequest)[-1].requestId
            "$($failure[0])" | Should -BeLike '*The job has ended*'
        }
    }

    It 'recommends the action of the permission that is missing: <Operation>' -ForEach @(
        @{ Operation = 'GetModelCustomizationJob' }
        @{ Operation = 'StopModelCustomizationJob' }
    ) {
        Add-LocalBedrockFault $service @{ operation = $Operation; errorType = 'AccessDeniedException'; message = 'not you' }
        Stop-BdrCustomizationJob first -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failure[0].TargetObject | Should -Be first
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike "*bedrock:$Operation*"
        (Get-BdrCustomizationJob first).Status | Should -Be InProgress
    }

    It 'is JobNotFound if the job does not exist, and the other jobs are stopped' {
        'nobody', 'first' | Stop-BdrCustomizationJob -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        $failure[0].TargetObject | Should -Be nobody
        (Get-BdrCustomizationJob first).Status | Should -Be Stopping
    }

    It 'stops jobs after Export-Clixml, each in its Region' {
        Add-LocalBedrockJob $service @{ jobName = 'there'; status = 'InProgress'; region = 'eu-west-1' }
        Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -Status InProgress | Where-Object JobName -In first, there | Export-Clixml (Join-Path $TestDrive jobs.xml)
        Reset-LocalBedrock $service
        $jobs = Import-Clixml (Join-Path $TestDrive jobs.xml) | Stop-BdrCustomizationJob -Confirm:$false -PassThru
        $jobs.Status | Should -Be Stopping, Stopping
        @(Get-StopRequest).region | Sort-Object | Should -Be eu-west-1, us-east-1
    }

    It 'stops a job by its name in the Region that has it' {
        Add-LocalBedrockJob $service @{ jobName = 'there'; status = 'InProgress'; region = 'eu-west-1' }
        Stop-BdrCustomizationJob there -Region us-east-1, eu-west-1 -Confirm:$false -ErrorAction Stop
        @(Get-StopRequest).region | Should -Be eu-west-1
    }

    It 'writes one line for each request with -Verbose' {
        $lines = @(Stop-BdrCustomizationJob first -Confirm:$false -Verbose 4>&1).Message
        $asked = @(Get-LocalBedrockRequest $service)
        $lines[0] | Should -BeLike "GetModelCustomizationJob us-east-1: first is InProgress, in * ms, request ID $($asked[0].requestId)"
        $lines[1] | Should -BeLike "*'first'*charged*"
        $lines[2] | Should -Be "StopModelCustomizationJob us-east-1: first, request ID $($asked[1].requestId)"
    }

    It 'ends on Ctrl+C while it waits for the service' {
        Add-LocalBedrockFault $service @{ operation = 'StopModelCustomizationJob'; connection = 'stall' }
        $powershell = New-TestPowerShell 'Stop-BdrCustomizationJob first, second -Confirm:$false'
        $null = $powershell.BeginInvoke()
        Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the request has reached the service'
        $powershell.Stop()
        $powershell.InvocationStateInfo.State | Should -Be Stopped
        Wait-Until { @(Get-StopRequest).Count -eq 1 } -Because 'the service notices that the client went away'
        (Get-BdrCustomizationJob second).Status | Should -Be InProgress
    }
}
