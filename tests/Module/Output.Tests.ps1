# The output objects.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 0
    Set-LocalBedrockEnvironment $service

    $summary = [ordered]@{
        jobArn           = 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0:128k/abcdefghijkl'
        baseModelArn     = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k'
        jobName          = 'train-1'
        status           = 'Completed'
        statusDetails    = [ordered]@{
            validationDetails     = @{ status = 'Completed'; creationTime = '2026-01-02T03:04:05Z'; lastModifiedTime = '2026-01-02T03:05:05Z' }
            dataProcessingDetails = @{ status = 'Completed'; creationTime = '2026-01-02T03:05:05Z'; lastModifiedTime = '2026-01-02T03:06:05Z' }
            trainingDetails       = @{ status = 'Completed'; creationTime = '2026-01-02T03:06:05Z'; lastModifiedTime = '2026-01-02T06:16:05Z' }
        }
        lastModifiedTime = '2026-01-02T06:16:06.5Z'
        creationTime     = '2026-01-02T03:04:05.1234567Z'
        endTime          = '2026-01-02T06:16:05.1234567Z'
        customModelArn   = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-micro-v1:0:128k/mnopqrstuvwx'
        customModelName  = 'train-1-model'
        customizationType = 'FINE_TUNING'
    }

    # Sets the exact body of the next response.
    function Set-Reply {
        param([string] $Body, [string] $ContentType = 'application/json')
        Reset-LocalBedrock $service
        Add-LocalBedrockFault $service @{ status = 200; body = $Body; contentType = $ContentType }
    }

    function Set-Summary {
        param([Collections.IDictionary[]] $Summaries)
        Set-Reply (ConvertTo-Json @{ modelCustomizationJobSummaries = $Summaries } -Depth 9)
    }

    function Copy-Summary {
        param([hashtable] $Change = @{}, [string[]] $Without = @())
        $copy = [ordered]@{}
        foreach ($key in $summary.Keys) { if ($key -notin $Without) { $copy[$key] = $summary[$key] } }
        foreach ($key in $Change.Keys) { $copy[$key] = $Change[$key] }
        $copy
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'BedrockJobs.CustomizationJob' {
    It 'has all members of the summary, under the API''s names, and those derived' {
        Set-Summary (Copy-Summary)
        $job = Get-BdrCustomizationJob
        $job | Should -BeOfType BedrockJobs.CustomizationJob
        foreach ($member in 'jobArn', 'baseModelArn', 'jobName', 'status', 'customModelArn', 'customModelName', 'customizationType') {
            $job.$member | Should -BeExactly $summary.$member
        }

        $job.StatusDetails.TrainingDetails.Status | Should -BeExactly Completed
        $job.StatusDetails.TrainingDetails.LastModifiedTime.ToUniversalTime() | Should -Be ([datetime]::new(2026, 1, 2, 6, 16, 5))
        $job.StatusDetails.DataProcessingDetails.CreationTime.ToUniversalTime() | Should -Be ([datetime]::new(2026, 1, 2, 3, 5, 5))
        $job.StatusDetails.ValidationDetails.Status | Should -BeExactly Completed
        $job.BaseModelId | Should -BeExactly 'amazon.nova-micro-v1:0:128k'
        $job.Region | Should -BeExactly us-east-1
        $job.AccountId | Should -BeExactly 111122223333
        $job.Duration | Should -Be ([timespan] '3:12:00')
    }

    It 'has local times, exact to the fraction' {
        Set-Summary (Copy-Summary)
        $job = Get-BdrCustomizationJob
        $job.CreationTime.Kind | Should -Be Local
        $job.EndTime.Kind | Should -Be Local
        $job.LastModifiedTime.Kind | Should -Be Local
        $job.StatusDetails.TrainingDetails.CreationTime.Kind | Should -Be Local
        $job.CreationTime.ToUniversalTime().ToString('o') | Should -Be '2026-01-02T03:04:05.1234567Z'
        $job.LastModifiedTime.ToUniversalTime().ToString('o') | Should -Be '2026-01-02T06:16:06.5000000Z'
    }

    It 'reads a time without a zone as UTC, wherever this computer is' {
        Set-Summary (Copy-Summary @{ creationTime = '2026-01-02 03:04:05' })
        $script = "Import-Module '$manifest'; (Get-BdrCustomizationJob).CreationTime.ToUniversalTime().ToString('o')"
        $env:TZ = 'Asia/Tokyo'
        try {
            Invoke-NewPowerShell $script | Should -Be '2026-01-02T03:04:05.0000000Z'
        }
        finally {
            $env:TZ = $null
        }
    }

    It 'lacks nothing but what the service left out' {
        Set-Summary (Copy-Summary -Without statusDetails, lastModifiedTime, endTime, customModelArn, customModelName, customizationType)
        $job = Get-BdrCustomizationJob
        $job.JobName | Should -Be train-1
        $job.StatusDetails, $job.LastModifiedTime, $job.EndTime, $job.CustomModelArn, $job.CustomModelName, $job.CustomizationType |
            Should -Be $null, $null, $null, $null, $null, $null
    }

    It 'shows a status and a type that AWS adds tomorrow, and does not mind members it does not know' {
        Set-Summary (Copy-Summary @{ status = 'Paused'; customizationType = 'TELEPATHY'; priority = 3; owner = @{ team = @('a', 'b') } })
        $job = Get-BdrCustomizationJob -ErrorAction Stop
        $job.Status | Should -BeExactly Paused
        $job.CustomizationType | Should -BeExactly TELEPATHY
    }

    It 'reads JSON that calls itself text/html' {
        Set-Reply (ConvertTo-Json @{ nextToken = $null; modelCustomizationJobSummaries = @(, (Copy-Summary)) } -Depth 9) -ContentType 'text/html'
        (Get-BdrCustomizationJob).JobName | Should -Be train-1
    }

    It 'is an error that names <_> if the summary does not contain it, and the other jobs are returned' -ForEach jobArn, baseModelArn, jobName, status, creationTime {
        Set-Summary (Copy-Summary @{ jobName = 'first'; jobArn = "$($summary.jobArn)1" }), (Copy-Summary -Without $_), (Copy-Summary @{ jobName = 'last'; jobArn = "$($summary.jobArn)2" })
        $jobs = Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure
        $jobs.JobName | Should -Be first, last
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'MalformedResponse,*'
        $failure[0].CategoryInfo.Category | Should -Be ProtocolError
        "$($failure[0])" | Should -BeLike "*does not contain $_*"
        $failure[0].Exception.RequestId | Should -Not -BeNullOrEmpty
        $failure[0].TargetObject | Should -Be $(if ($_ -eq 'jobArn') { 'train-1' } else { $summary.jobArn })
    }

    It 'is an error for a null in the list, and the other jobs are returned' {
        Set-Summary (Copy-Summary @{ jobName = 'first'; jobArn = "$($summary.jobArn)1" }), $null, (Copy-Summary @{ jobName = 'last'; jobArn = "$($summary.jobArn)2" })
        $jobs = Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure
        $jobs.JobName | Should -Be first, last
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'MalformedResponse,*'
        "$($failure[0])" | Should -BeLike '*does not contain jobArn, jobName, status, baseModelArn, creationTime*'
    }

    It 'survives Export-Clixml, ConvertTo-Json and a trip to another process' {
        Set-Summary (Copy-Summary)
        $job = Get-BdrCustomizationJob
        $file = Join-Path $TestDrive job.xml
        $job | Export-Clixml $file
        $back = Import-Clixml $file
        $json = $job | ConvertTo-Json | ConvertFrom-Json
        foreach ($property in 'JobName', 'Status', 'JobArn', 'Region', 'AccountId', 'BaseModelId', 'Duration', 'CreationTime', 'EndTime') {
            $back.$property | Should -Be $job.$property
        }

        $json.Region | Should -Be $job.Region
        $json.CreationTime.ToUniversalTime() | Should -Be $job.CreationTime.ToUniversalTime()
        $json.StatusDetails.TrainingDetails.Status | Should -Be Completed
        ($back | Format-Table | Out-String -Width 100) | Should -Be ($job | Format-Table | Out-String -Width 100)
    }

    It 'has the types that the help describes' {
        (Get-Command Get-BdrCustomizationJob).OutputType.Type | Should -Be ([BedrockJobs.CustomizationJob]), ([BedrockJobs.CustomizationJobDetail])
    }
}
