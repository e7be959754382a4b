# Several places (Regions and profiles) in one stream, and pages that are read ahead.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 50 -Options @(
        '--region', 'us-east-1,eu-west-1,ap-southeast-2'
        '--account', '111122223333'
        '--account', '444455556666'
    )
    $regions = 'us-east-1', 'eu-west-1', 'ap-southeast-2'
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Several places' {
    BeforeEach {
        Set-LocalBedrockEnvironment $service
        Reset-LocalBedrock $service
    }

    It 'are one stream in one order' {
        $expected = $regions | ForEach-Object { Get-BdrCustomizationJob -Region $_ } | Sort-Object CreationTime -Descending -Stable
        $jobs = Get-BdrCustomizationJob -Region $regions
        $jobs.Count | Should -Be 150
        $jobs.JobArn | Should -Be $expected.JobArn
        $jobs.Region | Sort-Object -Unique | Should -Be ($regions | Sort-Object)
        (Get-BdrCustomizationJob -Region $regions -SortOrder ascending -PageSize 7).CreationTime | Should -Be ($expected.CreationTime | Sort-Object)
    }

    It 'each get one request, even if they are specified twice' {
        @(Get-BdrCustomizationJob -Region us-east-1, US-EAST-1, us-east-1).Count | Should -Be 50
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }

    It 'list jobs that are equal if they are the same job, and are sorted by ARN' {
        $once = @(Get-BdrCustomizationJob -Region $regions)
        $again = @(Get-BdrCustomizationJob -Region $regions)
        $details = @($once[0..4] | Get-BdrCustomizationJob)
        $once | Should -HaveCount 150
        ($once.JobName | Select-Object -Unique).Count | Should -BeLessThan 150 -Because 'several Regions have jobs of the same name'
        ($once[0] -eq $again[0]), ($once[0] -eq $once[1]), ($once[0] -in $again), ($details[0] -eq $once[0]), ($once[0] -in $details) | Should -Be $true, $false, $true, $true, $true
        $once + $again + $details | Select-Object -Unique | Should -HaveCount 150
        $once + $again | Sort-Object -Unique | Should -HaveCount 150
        $once + $again | Sort-Object | Get-Unique | Should -HaveCount 150
        $details + $details | Sort-Object -Unique | Should -HaveCount 5
        [string[]] $arns = $once.JobArn
        [array]::Sort($arns, [StringComparer]::Ordinal)
        ($once | Sort-Object).JobArn | Should -Be $arns
        Compare-Object $once $again | Should -BeNullOrEmpty
        (Compare-Object $once $again[1..149]).InputObject.JobArn | Should -Be $once[0].JobArn
        @{ $once[0] = 'kept' }[$details[0]] | Should -Be kept
        $once[0].Equals($null), ($once[0] -eq $once[0].JobName) | Should -Be $false, $false
    }

    It 'are complete except one that fails, which is one error' {
        Add-LocalBedrockFault $service @{ region = 'eu-west-1'; errorType = 'AccessDeniedException'; message = 'not here' }
        $jobs = Get-BdrCustomizationJob -Region $regions -ErrorAction SilentlyContinue -ErrorVariable failure
        $jobs.Count | Should -Be 100
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        "$($failure[0])" | Should -BeLike '*in eu-west-1*not here*'
        $failure[0].TargetObject.Region | Should -Be eu-west-1
    }

    It 'are one error for a name that no job has' {
        $null = Get-BdrCustomizationJob -Region $regions -Name nobody -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.Count | Should -Be 1
        "$($failure[0])" | Should -BeLike "*none of the 150 jobs*'nobody'*"
    }

    It 'get requests at the same time, but no more than -ThrottleLimit' -ForEach @(
        @{ Limit = 8; Overlap = $true }
        @{ Limit = 1; Overlap = $false }
    ) {
        Add-LocalBedrockFault $service @{ delay = '00:00:00.5'; count = 3 }
        $null = Get-BdrCustomizationJob -Region $regions -ThrottleLimit $Limit
        $asked = @(Get-LocalBedrockRequest $service | Sort-Object { [datetime] $_.time })
        $asked.Count | Should -Be 3
        $gap = ([datetime] $asked[2].time) - ([datetime] $asked[0].time)
        ($gap.TotalSeconds -lt 0.9) | Should -Be $Overlap
    }

    It 'can be profiles, and profiles in Regions' {
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE @"
[first]
aws_access_key_id = $env:AWS_ACCESS_KEY_ID
aws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY
[second]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
"@
        $jobs = Get-BdrCustomizationJob -ProfileName first, second -Region us-east-1, eu-west-1
        $jobs | Group-Object { "$($_.AccountId) $($_.Region) $($_.ProfileName)" } | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be @(
            '111122223333 eu-west-1 first 50', '111122223333 us-east-1 first 50', '444455556666 eu-west-1 second 50', '444455556666 us-east-1 second 50'
        )
        (Get-BdrCustomizationJob -AWSProfileName first, nobody -First 1 -ErrorAction SilentlyContinue -ErrorVariable failure).AccountId | Should -Be 111122223333
        "$failure" | Should -BeLike '*nobody*'
    }
}

Describe 'The next page' {
    BeforeEach {
        Set-LocalBedrockEnvironment $service
        Reset-LocalBedrock $service
    }

    It 'is requested while the pipeline processes the second half of a page' {
        Add-LocalBedrockFault $service @{ skip = 1; delay = '00:00:00.01' }
        $seen = [Collections.Generic.List[int]]::new()
        $jobs = Get-BdrCustomizationJob -PageSize 20 | ForEach-Object {
            $seen.Add(1)
            if ($seen.Count -eq 15) { Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the second page is requested' }
            $_
        }
        $jobs.Count | Should -Be 50
        ($jobs.JobArn | Sort-Object -Unique).Count | Should -Be 50
    }

    It 'is not requested if it is not needed' -ForEach @(
        @{ Command = 'Get-BdrCustomizationJob -PageSize 20 | Select-Object -First 10'; Expected = '20' }
        @{ Command = 'Get-BdrCustomizationJob -PageSize 20 -First 25'; Expected = '20 5' }
    ) {
        # A first run, so that the measured run doesn't include one-time costs.
        $null = Invoke-Expression $Command
        Reset-LocalBedrock $service
        $null = Invoke-Expression $Command
        Start-Sleep -Milliseconds 200
        @(Get-LocalBedrockRequest $service | ForEach-Object { [int] $_.query.maxResults }) -join ' ' | Should -Be $Expected
    }

    It 'is canceled if the pipeline stops before it' {
        Add-LocalBedrockFault $service @{ skip = 1; connection = 'stall' }
        $seen = [Collections.Generic.List[int]]::new()
        $jobs = Get-BdrCustomizationJob -PageSize 20 | ForEach-Object {
            $seen.Add(1)
            if ($seen.Count -eq 15) { Wait-Until { -not (Get-LocalBedrockFault $service) } -Because 'the second page is requested' }
            $_
        } | Select-Object -First 18
        $jobs.Count | Should -Be 18
        Wait-Until { @(Get-LocalBedrockRequest $service | Where-Object aborted).Count -eq 1 } -Because 'the stalled request is canceled'
        @(Get-LocalBedrockRequest $service).Count | Should -Be 2
    }
}
