# The output of a listing, and the requests that it sends.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 2500 -Options '--region', 'us-east-1,eu-west-1'
    Set-LocalBedrockEnvironment $service
    $all = @(Get-BdrCustomizationJob)

    function Get-Asked {
        @(Get-LocalBedrockRequest $service | ForEach-Object { [int] $_.query.maxResults }) -join ' '
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Get-BdrCustomizationJob' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    Context 'pages' {
        It 'lists every job once, newest first' {
            $all.Count | Should -Be 2500
            ($all.JobArn | Sort-Object -Unique).Count | Should -Be 2500
            $times = $all.CreationTime
            for ($i = 1; $i -lt $times.Count; $i++) { $times[$i] | Should -Not -BeGreaterThan $times[$i - 1] }
        }

        It 'sends <Expected> for <Command>' -ForEach @(
            @{ Command = 'Get-BdrCustomizationJob'; Expected = '1000 1000 1000'; Count = 2500 }
            @{ Command = 'Get-BdrCustomizationJob -First 7'; Expected = '7'; Count = 7 }
            @{ Command = 'Get-BdrCustomizationJob -First 0'; Expected = ''; Count = 0 }
            @{ Command = 'Get-BdrCustomizationJob -Skip 10 -First 5'; Expected = '15'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob | Select-Object -First 5'; Expected = '1000'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob -PageSize 100 -First 250'; Expected = '100 100 50'; Count = 250 }
            @{ Command = 'Get-BdrCustomizationJob -Name *-* -First 5'; Expected = '1000'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob -Status Failed, Completed -First 3'; Expected = '1000'; Count = 3 }
            @{ Command = 'Get-BdrCustomizationJob -Status Failed -First 3'; Expected = '3'; Count = 3 }
        ) {
            @(Invoke-Expression $Command).Count | Should -Be $Count
            Get-Asked | Should -Be $Expected
        }

        It 'writes the first half of a page before it requests the next one' {
            $seen = [Collections.Generic.List[int]]::new()
            $requests = Get-BdrCustomizationJob -PageSize 1000 -First 1001 | ForEach-Object {
                $seen.Add(1)
                if ($seen.Count -in 1, 499, 1001) { @(Get-LocalBedrockRequest $service).Count }
            }
            $requests | Should -Be 1, 1, 2
        }

        It 'continues from -NextToken' {
            $null = Get-BdrCustomizationJob -First 1001
            $token = @(Get-LocalBedrockRequest $service)[1].query.nextToken
            Reset-LocalBedrock $service
            (Get-BdrCustomizationJob -NextToken $token -First 2).JobArn | Should -Be $all[1000, 1001].JobArn
        }

        It 'applies -Skip and -First to the jobs that match' {
            $expected = @($all | Where-Object JobName -Like *nova*)[3..7].JobArn
            (Get-BdrCustomizationJob -Name *nova* -Skip 3 -First 5).JobArn | Should -Be $expected
        }

        It 'ends after a page whose token is absent, null or empty' -ForEach @(
            @{ Body = '{"modelCustomizationJobSummaries":[]}' }
            @{ Body = '{"modelCustomizationJobSummaries":[],"nextToken":null}' }
            @{ Body = '{"modelCustomizationJobSummaries":[],"nextToken":""}' }
        ) {
            Add-LocalBedrockFault $service @{ status = 200; body = $Body }
            Get-BdrCustomizationJob | Should -BeNullOrEmpty
            @(Get-LocalBedrockRequest $service).Count | Should -Be 1
        }

        It 'continues after an empty page that has a token' {
            $null = Get-BdrCustomizationJob -First 1001
            $token = @(Get-LocalBedrockRequest $service)[1].query.nextToken
            Reset-LocalBedrock $service
            Add-LocalBedrockFault $service @{ status = 200; body = "{`"modelCustomizationJobSummaries`":[],`"nextToken`":`"$token`"}" }
            @(Get-BdrCustomizationJob).Count | Should -Be 1500
        }
    }

    Context '-IncludeTotalCount' {
        It 'writes the exact total first, then the jobs' {
            $total, $jobs = Get-BdrCustomizationJob -IncludeTotalCount -First 3
            [ulong] $total | Should -Be 2500
            "$total" | Should -BeLike '*2500*'
            $total.PSObject.Properties['Accuracy'].Value | Should -Be 1
            $jobs.JobArn | Should -Be $all[0..2].JobArn
            Get-Asked | Should -Be '1000 1000 1000'
        }

        It 'counts the jobs that match, even with -First 0' {
            $expected = @($all | Where-Object JobName -Like *nova*).Count
            $output = @(Get-BdrCustomizationJob -Name *nova* -IncludeTotalCount -First 0)
            $output.Count | Should -Be 1
            [ulong] $output[0] | Should -Be $expected
        }

        It 'writes an unknown total if a page failed, and the jobs before the failure' {
            Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no' }
            $output = @(Get-BdrCustomizationJob -IncludeTotalCount -ErrorAction SilentlyContinue -ErrorVariable failure)
            $failure.Count | Should -Be 1
            $output.Count | Should -Be 1001
            $output[0].PSObject.Properties['Accuracy'].Value | Should -Be 0
        }

        It 'writes the jobs before the error with -ErrorAction Stop' {
            Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no' }
            $output = [Collections.Generic.List[object]]::new()
            { Get-BdrCustomizationJob -IncludeTotalCount -ErrorAction Stop | ForEach-Object { $output.Add($_) } } | Should -Throw -ErrorId 'AccessDenied,*'
            $output.Count | Should -Be 1001
        }

        It 'writes an unknown total with -NextToken' {
            $null = Get-BdrCustomizationJob -First 1001
            $token = @(Get-LocalBedrockRequest $service)[1].query.nextToken
            $total = Get-BdrCustomizationJob -IncludeTotalCount -NextToken $token -First 0
            [ulong] $total | Should -Be 1500
            $total.PSObject.Properties['Accuracy'].Value | Should -Be 0
        }
    }

    Context 'filters' {
        It 'sends one status to the service, and matches several itself' {
            (Get-BdrCustomizationJob -Status failed).JobArn | Should -Be ($all | Where-Object Status -EQ Failed).JobArn
            (Get-BdrCustomizationJob -Status Failed, Stopped).JobArn | Should -Be ($all | Where-Object Status -In Failed, Stopped).JobArn
            $asked = @(Get-LocalBedrockRequest $service)
            $asked[0].query.statusEquals | Should -BeExactly Failed
            $asked | Select-Object -Skip 1 | ForEach-Object { $_.query.PSObject.Properties['statusEquals'] | Should -BeNullOrEmpty }
        }

        It 'matches -Name exactly or with wildcards, and is not case-sensitive' {
            $one = $all[1234]
            (Get-BdrCustomizationJob -Name $one.JobName.ToUpperInvariant()).JobArn | Should -Be $one.JobArn
            (Get-BdrCustomizationJob $one.JobName).JobArn | Should -Be $one.JobArn
            (Get-BdrCustomizationJob -Name 'S*-2[34]0?', $one.JobName).JobArn |
                Should -Be ($all | Where-Object { $_.JobName -like 'S*-2[34]0?' -or $_.JobName -eq $one.JobName }).JobArn
        }

        It 'sends -NameContains unchanged' {
            (Get-BdrCustomizationJob -NameContains nova).JobArn | Should -Be ($all | Where-Object JobName -CLike *nova*).JobArn
            (Get-LocalBedrockRequest $service)[0].query.nameContains | Should -BeExactly nova
        }

        It 'limits the creation time, with any kind of time' {
            $from, $to = $all[1999].CreationTime, $all[500].CreationTime
            $expected = ($all | Where-Object { $_.CreationTime -gt $from -and $_.CreationTime -lt $to }).JobArn
            (Get-BdrCustomizationJob -CreatedAfter $from -CreatedBefore $to).JobArn | Should -Be $expected
            (Get-BdrCustomizationJob -CreatedAfter $from.ToUniversalTime() -CreatedBefore $to.ToUniversalTime()).JobArn | Should -Be $expected
            $unspecified = [datetime]::SpecifyKind($from, 'Unspecified'), [datetime]::SpecifyKind($to, 'Unspecified')
            (Get-BdrCustomizationJob -CreatedAfter $unspecified[0] -CreatedBefore $unspecified[1]).JobArn | Should -Be $expected
        }

        It 'loses no job to a limit that is finer than that of the service' {
            $job = $all[700]
            (Get-BdrCustomizationJob -CreatedBefore $job.CreationTime.AddTicks(1) -First 1).JobArn | Should -Be $job.JobArn
            (Get-BdrCustomizationJob -CreatedAfter $job.CreationTime.AddTicks(-1) -SortOrder Ascending -First 1).JobArn | Should -Be $job.JobArn
        }

        It 'accepts -MaxAge as it is typed at a prompt, where PowerShell reads 7d and 45s as numbers' {
            $bound = (Get-Date).AddDays(-10)
            $jobs = @(Get-BdrCustomizationJob -MaxAge 240h)
            $jobs.Count | Should -BeGreaterThan 0
            [Math]::Abs($jobs.Count - @($all | Where-Object CreationTime -GT $bound).Count) | Should -BeLessOrEqual 1
            $jobs[-1].CreationTime | Should -BeGreaterThan $bound
            @(Get-BdrCustomizationJob -MaxAge 7d).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge '7d').Count
            @(Get-BdrCustomizationJob -MaxAge 864000s).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge 10d).Count
            @(Get-BdrCustomizationJob -MaxAge:2w).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge 14d).Count
        }

        It 'writes the oldest job first with -SortOrder Ascending' {
            $oldestFirst = @(Get-BdrCustomizationJob -SortOrder Ascending -SortBy CreationTime).CreationTime
            $oldestFirst | Should -Be ($all.CreationTime | Sort-Object)
        }

        It 'combines every filter with every other' {
            $from, $to = $all[2200].CreationTime, $all[100].CreationTime
            $expected = @($all | Where-Object {
                    $_.CreationTime -gt $from -and $_.CreationTime -lt $to -and
                    $_.Status -in 'Completed', 'Failed' -and $_.JobName -clike '*nova*' -and $_.JobName -like '*-ft-*'
                })
            [array]::Reverse($expected)
            $query = @{
                Name = '*-FT-*'; NameContains = 'nova'; Status = 'Completed', 'Failed'
                CreatedAfter = $from; CreatedBefore = $to
                SortBy = 'CreationTime'; SortOrder = 'Ascending'; PageSize = 200; Skip = 2; First = 9
            }
            $expected.Count | Should -BeGreaterThan 11
            (Get-BdrCustomizationJob @query).JobArn | Should -Be $expected[2..10].JobArn
        }

        It 'accepts the parameter names of AWS''s own tools' {
            $from, $to = $all[2000].CreationTime, $all[200].CreationTime
            $ours = Get-BdrCustomizationJob -Status Failed -NameContains nova -CreatedAfter $from -CreatedBefore $to -PageSize 50
            $theirs = Get-BdrCustomizationJob -StatusEqual Failed -NameContain nova -CreationTimeAfter $from -CreationTimeBefore $to -MaxResult 50
            $api = Get-BdrCustomizationJob -StatusEquals Failed -NameContains nova -CreationTimeAfter $from -CreationTimeBefore $to -MaxResults 50
            @($ours).Count | Should -BeGreaterThan 0
            $theirs.JobArn | Should -Be $ours.JobArn
            $api.JobArn | Should -Be $ours.JobArn
        }
    }

    # JobStreamTests.cs tests the same with random jobs and queries.
    Context 'a service that ignores filters or repeats jobs' {
        It 'gets requests until -First is satisfied, and jobs that do not match are neither written nor counted' {
            Add-LocalBedrockFault $service @{ ignore = 'statusEquals', 'nameContains', 'creationTimeAfter', 'creationTimeBefore'; count = $null }
            $expected = @($all[100..1200] | Where-Object { $_.Status -eq 'Failed' -and $_.JobName -like '*nova*' })
            $expected.Count | Should -BeGreaterThan 5
            $query = @{ Status = 'failed'; NameContains = 'nova'; CreatedAfter = $all[1201].CreationTime.AddSeconds(1); CreatedBefore = $all[99].CreationTime.AddSeconds(-1) }
            $total, $jobs = Get-BdrCustomizationJob @query -IncludeTotalCount -Skip 2 -First 3
            [ulong] $total | Should -Be $expected.Count
            $jobs.JobArn | Should -Be $expected[2..4].JobArn
        }

        It 'does not cause duplicates, and a name that no job has is still an error' {
            Add-LocalBedrockFault $service @{ repeat = 40; count = $null }
            $jobs = Get-BdrCustomizationJob -PageSize 100
            $jobs.JobArn | Should -Be $all.JobArn
            Get-BdrCustomizationJob -Name nobody-knows -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            $failure.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        }
    }

    Context 'names that do not exist' {
        It 'is an error for an exact name, and only for that' {
            $found = Get-BdrCustomizationJob -Name nobody-knows, $all[0].JobName -ErrorAction SilentlyContinue -ErrorVariable failure
            $found.JobArn | Should -Be $all[0].JobArn
            $failure.Count | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -Be 'JobNotFound,BedrockJobs.Commands.GetBdrCustomizationJobCommand'
            $failure[0].CategoryInfo.Category | Should -Be ObjectNotFound
            $failure[0].TargetObject | Should -Be nobody-knows
            "$($failure[0])" | Should -BeLike "*none of the 2,500 jobs is named 'nobody-knows'*"
        }

        It 'is not an error for a pattern, or with other filters' {
            Get-BdrCustomizationJob -Name nobody-* -ErrorAction Stop | Should -BeNullOrEmpty
            Get-BdrCustomizationJob -Name nobody-knows -Status Failed -ErrorAction Stop | Should -BeNullOrEmpty
        }
    }
}
