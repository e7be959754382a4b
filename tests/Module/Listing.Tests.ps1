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

        It 'sends <Expected> for <Command>' -TestCases @(
            @{ Command = 'Get-BdrCustomizationJob'; Expected = '1000 1000 1000'; Count = 2500 }
            @{ Command = 'Get-BdrCustomizationJob -First 7'; Expected = '7'; Count = 7 }
            @{ Command = 'Get-BdrCustomizationJob -First 1500'; Expected = '1000 500'; Count = 1500 }
            @{ Command = 'Get-BdrCustomizationJob -First 0'; Expected = ''; Count = 0 }
            @{ Command = 'Get-BdrCustomizationJob -Skip 10 -First 5'; Expected = '15'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob -Skip 2499'; Expected = '1000 1000 1000'; Count = 1 }
            @{ Command = 'Get-BdrCustomizationJob | Select-Object -First 5'; Expected = '1000'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob | Select-Object -First 1001'; Expected = '1000 1000'; Count = 1001 }
            @{ Command = 'Get-BdrCustomizationJob -PageSize 100 -First 250'; Expected = '100 100 50'; Count = 250 }
            @{ Command = 'Get-BdrCustomizationJob -Name *-* -First 5'; Expected = '1000'; Count = 5 }
            @{ Command = 'Get-BdrCustomizationJob -Name *-* -First 1001'; Expected = '1000 1000'; Count = 1001 }
            @{ Command = 'Get-BdrCustomizationJob -Status Failed, Completed -First 3'; Expected = '1000'; Count = 3 }
            @{ Command = 'Get-BdrCustomizationJob -Status Failed -First 3'; Expected = '3'; Count = 3 }
        ) {
            @(Invoke-Expression $Command).Count | Should -Be $Count
            Get-Asked | Should -Be $Expected
        }

        It 'writes the first half of a page before it asks for the next' {
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

        It 'skips and takes of what matches' {
            $expected = @($all | Where-Object JobName -Like *nova*)[3..7].JobArn
            (Get-BdrCustomizationJob -Name *nova* -Skip 3 -First 5).JobArn | Should -Be $expected
        }

        It 'is finished by a token that is absent, null or empty' -TestCases @(
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

        It 'counts what matches, also where none is wanted' {
            $expected = @($all | Where-Object JobName -Like *nova*).Count
            $output = @(Get-BdrCustomizationJob -Name *nova* -IncludeTotalCount -First 0)
            $output.Count | Should -Be 1
            [ulong] $output[0] | Should -Be $expected
        }

        It 'reports an unknown total if a page failed, and still writes the jobs that it has' {
            Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no' }
            $output = @(Get-BdrCustomizationJob -IncludeTotalCount -ErrorAction SilentlyContinue -ErrorVariable failure)
            $failure.Count | Should -Be 1
            $output.Count | Should -Be 1001
            $output[0].PSObject.Properties['Accuracy'].Value | Should -Be 0
        }

        It 'writes what it has before the error that ends it' {
            Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException'; message = 'no' }
            $output = [Collections.Generic.List[object]]::new()
            { Get-BdrCustomizationJob -IncludeTotalCount -ErrorAction Stop | ForEach-Object { $output.Add($_) } } | Should -Throw -ErrorId 'AccessDenied,*'
            $output.Count | Should -Be 1001
        }

        It 'does not call the count from a page on the total' {
            $null = Get-BdrCustomizationJob -First 1001
            $token = @(Get-LocalBedrockRequest $service)[1].query.nextToken
            $total = Get-BdrCustomizationJob -IncludeTotalCount -NextToken $token -First 0
            [ulong] $total | Should -Be 1500
            $total.PSObject.Properties['Accuracy'].Value | Should -Be 0
        }
    }

    Context 'filters' {
        It 'leaves one status to the service and matches several here' {
            (Get-BdrCustomizationJob -Status failed).JobArn | Should -Be ($all | Where-Object Status -EQ Failed).JobArn
            (Get-BdrCustomizationJob -Status Failed, Stopped).JobArn | Should -Be ($all | Where-Object Status -In Failed, Stopped).JobArn
            $asked = @(Get-LocalBedrockRequest $service)
            $asked[0].query.statusEquals | Should -BeExactly Failed
            $asked | Select-Object -Skip 1 | ForEach-Object { $_.query.PSObject.Properties['statusEquals'] | Should -BeNullOrEmpty }
        }

        It 'matches -Name exactly or by wildcards, whatever the case' {
            $one = $all[1234]
            (Get-BdrCustomizationJob -Name $one.JobName.ToUpperInvariant()).JobArn | Should -Be $one.JobArn
            (Get-BdrCustomizationJob $one.JobName).JobArn | Should -Be $one.JobArn
            (Get-BdrCustomizationJob -Name 'S*-2[34]0?', $one.JobName).JobArn |
                Should -Be ($all | Where-Object { $_.JobName -like 'S*-2[34]0?' -or $_.JobName -eq $one.JobName }).JobArn
        }

        It 'passes -NameContains on as it is' {
            (Get-BdrCustomizationJob -NameContains nova).JobArn | Should -Be ($all | Where-Object JobName -CLike *nova*).JobArn
            (Get-LocalBedrockRequest $service)[0].query.nameContains | Should -BeExactly nova
        }

        It 'bounds the creation time, whatever the kind of the time' {
            $from, $to = $all[1999].CreationTime, $all[500].CreationTime
            $expected = ($all | Where-Object { $_.CreationTime -gt $from -and $_.CreationTime -lt $to }).JobArn
            (Get-BdrCustomizationJob -CreatedAfter $from -CreatedBefore $to).JobArn | Should -Be $expected
            (Get-BdrCustomizationJob -CreatedAfter $from.ToUniversalTime() -CreatedBefore $to.ToUniversalTime()).JobArn | Should -Be $expected
            $unspecified = [datetime]::SpecifyKind($from, 'Unspecified'), [datetime]::SpecifyKind($to, 'Unspecified')
            (Get-BdrCustomizationJob -CreatedAfter $unspecified[0] -CreatedBefore $unspecified[1]).JobArn | Should -Be $expected
        }

        It 'takes a time in ISO 8601 whatever the culture, and a DateTimeOffset' {
            $time = [datetime]::new(2026, 1, 2, 3, 4, 5)
            $culture = [cultureinfo]::CurrentCulture
            try {
                foreach ($name in 'th-TH', 'ar-SA', 'de-DE') {
                    [cultureinfo]::CurrentCulture = $name
                    $null = Get-BdrCustomizationJob -CreatedAfter '2026-01-02T03:04:05Z' -First 1
                    $null = Get-BdrCustomizationJob -CreatedAfter '2026-01-02 03:04:05' -First 1
                    $null = Get-BdrCustomizationJob -CreatedAfter ([DateTimeOffset]::new($time, [timespan]::FromHours(2))) -First 1
                }
            }
            finally {
                [cultureinfo]::CurrentCulture = $culture
            }

            $local = $time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture)
            (Get-LocalBedrockRequest $service).query.creationTimeAfter | ForEach-Object { $_ -is [datetime] ? $_.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [cultureinfo]::InvariantCulture) : $_ } |
                Should -Be (@('2026-01-02T03:04:05Z', $local, '2026-01-02T01:04:05Z') * 3)
        }

        It 'loses no job to a bound finer than the service takes' {
            $job = $all[700]
            (Get-BdrCustomizationJob -CreatedBefore $job.CreationTime.AddTicks(1) -First 1).JobArn | Should -Be $job.JobArn
            (Get-BdrCustomizationJob -CreatedAfter $job.CreationTime.AddTicks(-1) -SortOrder Ascending -First 1).JobArn | Should -Be $job.JobArn
        }

        It 'takes -MaxAge as <Age>' -TestCases @(
            @{ Age = '10d' }
            @{ Age = [timespan]::FromDays(10) }
            @{ Age = '240h' }
        ) {
            $bound = (Get-Date).AddDays(-10)
            $jobs = @(Get-BdrCustomizationJob -MaxAge $Age)
            $jobs.Count | Should -BeGreaterThan 0
            [Math]::Abs($jobs.Count - @($all | Where-Object CreationTime -GT $bound).Count) | Should -BeLessOrEqual 1
            $jobs[-1].CreationTime | Should -BeGreaterThan $bound
        }

        It 'takes -MaxAge as it is typed at a prompt, where PowerShell reads 7d and 45s as numbers' {
            @(Get-BdrCustomizationJob -MaxAge 7d).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge '7d').Count
            @(Get-BdrCustomizationJob -MaxAge 864000s).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge 10d).Count
            @(Get-BdrCustomizationJob -MaxAge:2w).Count | Should -Be @(Get-BdrCustomizationJob -MaxAge 14d).Count
        }

        It 'sorts the other way round on request' {
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

        It 'always sends both sort inputs, and every input again with each token' {
            $null = Get-BdrCustomizationJob -NameContains nova -PageSize 100 -First 250
            $asked = @(Get-LocalBedrockRequest $service)
            $asked.Count | Should -Be 3
            foreach ($request in $asked) {
                $request.query.sortBy | Should -BeExactly CreationTime
                $request.query.sortOrder | Should -BeExactly Descending
                $request.query.nameContains | Should -BeExactly nova
            }
        }

        It 'takes the parameter names of AWS''s own tools' {
            $from, $to = $all[2000].CreationTime, $all[200].CreationTime
            $ours = Get-BdrCustomizationJob -Status Failed -NameContains nova -CreatedAfter $from -CreatedBefore $to -PageSize 50
            $theirs = Get-BdrCustomizationJob -StatusEqual Failed -NameContain nova -CreationTimeAfter $from -CreationTimeBefore $to -MaxResult 50
            $api = Get-BdrCustomizationJob -StatusEquals Failed -NameContains nova -CreationTimeAfter $from -CreationTimeBefore $to -MaxResults 50
            @($ours).Count | Should -BeGreaterThan 0
            $theirs.JobArn | Should -Be $ours.JobArn
            $api.JobArn | Should -Be $ours.JobArn
        }
    }

    Context 'a service that ignores filters or repeats jobs' {
        It 'is not believed: <What>' -TestCases @(
            @{ What = 'a status'; Ignore = 'statusEquals'; Query = { @{ Status = 'failed' } }; Filter = { $_.Status -eq 'Failed' } }
            @{ What = 'a part of the name'; Ignore = 'nameContains'; Query = { @{ NameContains = 'nova' } }; Filter = { $_.JobName -like '*nova*' } }
            @{ What = 'a time to begin with'; Ignore = 'creationTimeAfter'; Query = { @{ CreatedAfter = $all[1200].CreationTime.AddSeconds(1) } }; Filter = { $_.CreationTime -gt $all[1200].CreationTime } }
            @{ What = 'a time to end with'; Ignore = 'creationTimeBefore'; Query = { @{ CreatedBefore = $all[1200].CreationTime.AddSeconds(-1) } }; Filter = { $_.CreationTime -lt $all[1200].CreationTime } }
            @{ What = 'an age'; Ignore = 'creationTimeAfter'; Query = { @{ MaxAge = (Get-Date) - $all[1200].CreationTime + '00:00:30' } }; Filter = { $_.CreationTime -ge $all[1200].CreationTime } }
        ) {
            Add-LocalBedrockFault $service @{ ignore = @($Ignore); count = $null }
            $query = & $Query
            $expected = ($all | Where-Object $Filter).JobArn
            $expected.Count | Should -BeGreaterThan 5
            $expected.Count | Should -BeLessThan 2500
            (Get-BdrCustomizationJob @query).JobArn | Should -Be $expected
            $total, $first = Get-BdrCustomizationJob @query -IncludeTotalCount -First 5
            [ulong] $total | Should -Be $expected.Count
            $first.JobArn | Should -Be $expected[0..4]
            (Get-BdrCustomizationJob @query -Skip 2 -First 3).JobArn | Should -Be $expected[2..4]
        }

        It 'is read on until -First is satisfied, in full pages' {
            Add-LocalBedrockFault $service @{ ignore = @('statusEquals'); count = $null }
            $expected = @($all | Where-Object Status -EQ Failed)
            (Get-BdrCustomizationJob -Status Failed -First $expected.Count).JobArn | Should -Be $expected.JobArn
            Get-Asked | Should -Be "$($expected.Count) 1000 1000 1000"
        }

        It 'returns jobs on two pages, and a name is found, and a name that no job has is still an error' {
            $one = $all[1234].JobName
            Add-LocalBedrockFault $service @{ repeat = 3; count = $null }
            (Get-BdrCustomizationJob -Name $one -ErrorAction Stop).JobArn | Should -Be $all[1234].JobArn
            Get-BdrCustomizationJob -Name nobody-knows -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            $failure.FullyQualifiedErrorId | Should -BeLike 'JobNotFound,*'
        }

        It 'returns a job on two pages, and it is written once, in the order <_>' -ForEach 'Descending', 'Ascending' {
            Add-LocalBedrockFault $service @{ repeat = 40; count = $null }
            $jobs = Get-BdrCustomizationJob -PageSize 100 -SortOrder $_
            $expected = $all.JobArn
            if ($_ -eq 'Ascending') { [array]::Reverse($expected) }
            $jobs.JobArn | Should -Be $expected
        }

        It 'shows jobs on two pages, and neither -First, -Skip nor the total counts them twice' {
            Add-LocalBedrockFault $service @{ repeat = 5; count = $null }
            (Get-BdrCustomizationJob -PageSize 100 -Skip 90 -First 20).JobArn | Should -Be $all[90..109].JobArn
            Get-Asked | Should -Be '100 10 100'
            $total, $jobs = Get-BdrCustomizationJob -PageSize 100 -IncludeTotalCount
            [ulong] $total | Should -Be 2500
            $jobs.Count | Should -Be 2500
        }

        It 'returns jobs on two pages in several Regions, and each is written once' {
            Add-LocalBedrockFault $service @{ repeat = 3; count = $null }
            $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -PageSize 7 -First 200
            @($jobs.JobArn | Sort-Object -Unique).Count | Should -Be 200
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

    Context 'Region and endpoint' {
        It 'asks and signs for the Region given, with the endpoint from the environment' {
            $jobs = @(Get-BdrCustomizationJob -Region eu-west-1 -First 2)
            $jobs.Region | Should -Be eu-west-1, eu-west-1
            $jobs.AccountId | Should -Be 111122223333, 111122223333
            (Get-LocalBedrockRequest $service)[0].region | Should -Be eu-west-1
        }

        It 'asks and signs for the Region given, with -EndpointUrl' {
            $env:AWS_ENDPOINT_URL_BEDROCK = $null
            try {
                (Get-BdrCustomizationJob -Region EU-West-1 -EndpointUrl $service.Url -First 1).Region | Should -Be eu-west-1
            }
            finally {
                $env:AWS_ENDPOINT_URL_BEDROCK = $service.Url
            }
        }

        It 'takes a changed AWS_REGION at once' {
            $env:AWS_REGION = 'eu-west-1'
            try {
                (Get-BdrCustomizationJob -First 1).Region | Should -Be eu-west-1
            }
            finally {
                $env:AWS_REGION = 'us-east-1'
            }

            (Get-BdrCustomizationJob -First 1).Region | Should -Be us-east-1
        }

        It 'uses the credentials and the Region of the profile named' {
            $file = Join-Path $TestDrive credentials
            Set-Content $file @"
[operator]
aws_access_key_id = $env:AWS_ACCESS_KEY_ID
aws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY
region = eu-west-1
"@
            $before = $env:AWS_SHARED_CREDENTIALS_FILE
            $env:AWS_SHARED_CREDENTIALS_FILE = $file
            try {
                Invoke-NewPowerShell @"
Import-Module '$manifest'
Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_REGION
(Get-BdrCustomizationJob -ProfileName operator -First 1).Region
(Get-BdrCustomizationJob -AWSProfileName operator -Region us-east-1 -First 1).Region
"@ | Should -Be eu-west-1, us-east-1
            }
            finally {
                $env:AWS_SHARED_CREDENTIALS_FILE = $before
            }
        }
    }
}
