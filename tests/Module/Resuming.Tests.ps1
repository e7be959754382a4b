# Listings that fail after some pages: the retries, the content of the error, and how the listing is resumed.

BeforeDiscovery {
    $lasting = @(
        @{ Fault = @{ errorType = 'AccessDeniedException' }; Id = 'AccessDenied' }
        @{ Fault = @{ errorType = 'ThrottlingException'; headers = @{ 'Retry-After' = '3600' } }; Id = 'Throttled' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 50 -Options '--region', 'us-east-1,eu-west-1,ap-southeast-2'
    Set-LocalBedrockEnvironment $service
    $env:AWS_MAX_ATTEMPTS = '1'
    $regions = 'us-east-1', 'eu-west-1', 'ap-southeast-2'

    # The output before an error, and the error, with -ErrorAction Continue or Stop.
    function Get-Part {
        param([hashtable] $With, [switch] $Stop)

        $jobs = [Collections.Generic.List[object]]::new()
        $failures = $null
        if ($Stop) {
            try { Get-BdrCustomizationJob @With -ErrorAction Stop | ForEach-Object { $jobs.Add($_) } }
            catch { $failures = $_ }
        }
        else {
            Get-BdrCustomizationJob @With -ErrorAction SilentlyContinue -ErrorVariable failures | ForEach-Object { $jobs.Add($_) }
        }

        @{ Arn = @($jobs.JobArn); Failure = @($failures) }
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

# OutageTests.cs tests the other reasons and delays, and ResumingTests.cs listings with random failures.
Describe 'A page that fails for a temporary reason' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'is requested again, with a verbose line that contains the delay and the reason' {
        $all = Get-BdrCustomizationJob
        Add-LocalBedrockFault $service @{ status = 503; skip = 2; count = 2 }
        $lines, $jobs = (Get-BdrCustomizationJob -PageSize 10 -Verbose 4>&1 -ErrorAction Stop).Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        $jobs.JobArn | Should -Be $all.JobArn
        @("$($lines -join "`n")" -split "`n" -like '*page 3: retrying in*')[0] |
            Should -BeLike 'ListModelCustomizationJobs us-east-1 page 3: retrying in 1.0 s after ListModelCustomizationJobs in us-east-1: *'
    }

    It 'is requested again at the time in the response' {
        Add-LocalBedrockFault $service @{ skip = 1; status = 503; headers = @{ 'Retry-After' = '1' } }
        Get-BdrCustomizationJob -PageSize 25 -Verbose -ErrorAction Stop 4>&1 | Where-Object { "$_" -like '*retrying in 1.0 s*' } | Should -HaveCount 1
    }

    It 'does not delay Ctrl+C' {
        Add-LocalBedrockFault $service @{ skip = 1; status = 503; headers = @{ 'Retry-After' = '60' }; count = $null }
        $powershell = New-TestPowerShell 'Get-BdrCustomizationJob -PageSize 25 -Verbose'
        $running = $powershell.BeginInvoke()
        Wait-Until { "$($powershell.Streams.Verbose)" -like '*retrying in 60.0 s*' }
        $stopping = $powershell.BeginStop($null, $null)
        Wait-Until { $stopping.IsCompleted -and $running.IsCompleted }
        $powershell.Dispose()
    }
}

Describe 'The query of an error' {
    BeforeEach {
        Set-LocalBedrockEnvironment $service
        Reset-LocalBedrock $service
    }

    It 'resumes where the listing stopped: <Id>' -ForEach $lasting {
        $all = Get-BdrCustomizationJob
        Add-LocalBedrockFault $service ($Fault + @{ skip = 2 })
        $part = Get-Part @{ PageSize = 7; Skip = 3; First = 40 }
        $part.Failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $part.Failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*$Error`[0`].TargetObject | Get-BdrCustomizationJob'
        $rest = $part.Failure[0].TargetObject | Get-BdrCustomizationJob -ErrorAction Stop
        $part.Arn.Count | Should -Be 11
        $part.Arn + $rest.JobArn | Should -Be $all[3..42].JobArn
    }

    It 'resumes from $Error' {
        $all = Get-BdrCustomizationJob -Name *a*
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $first = Get-BdrCustomizationJob -Name *a* -PageSize 20 -ErrorAction Continue 2> $null
        $rest = $Error[0].TargetObject | Get-BdrCustomizationJob
        @($first) + @($rest) | ForEach-Object JobArn | Should -Be $all.JobArn
    }

    It 'resumes each of several Regions <How>' -ForEach @(
        @{ How = 'after the others continued'; With = @{ PageSize = 9 }; Stop = $false; Targets = 0 }
        @{ How = 'after -First and -Skip ended the listing for all'; With = @{ PageSize = 9; Skip = 5; First = 90 }; Stop = $false; Targets = 3 }
        @{ How = 'after -ErrorAction Stop ended it for all'; With = @{ PageSize = 9 }; Stop = $true; Targets = 3 }
        @{ How = 'after the first page of one failed with -ErrorAction Stop'; With = @{ First = 60 }; Stop = $true; Targets = 3; Skip = 0 }
    ) {
        $all = Get-BdrCustomizationJob -Region $regions | Select-Object -Skip ([int] $With.Skip) -First ($With.First ?? 1000)
        Add-LocalBedrockFault $service @{ region = 'eu-west-1'; skip = $Skip ?? 2; errorType = 'AccessDeniedException' }
        $part = Get-Part (@{ Region = $regions } + $With) -Stop:$Stop
        $query = $part.Failure[0].TargetObject
        $query.Region | Should -Be eu-west-1
        $query.Targets | Should -HaveCount $Targets
        $rest = $query | Get-BdrCustomizationJob -ErrorAction Stop
        @($part.Arn) + @($rest.JobArn) | Where-Object { $_ } | Sort-Object | Should -Be ($all.JobArn | Sort-Object)
    }

    It 'resumes after it was saved' {
        $all = Get-BdrCustomizationJob -Region $regions
        Add-LocalBedrockFault $service @{ region = 'eu-west-1'; skip = 1; errorType = 'AccessDeniedException' }
        $part = Get-Part @{ Region = $regions; PageSize = 20; CreatedAfter = [datetime]::UnixEpoch } -Stop
        $file = Join-Path $TestDrive query.xml
        $part.Failure[0].TargetObject | Export-Clixml $file -Depth 1
        $saved = Import-Clixml $file
        $rest = $saved | Get-BdrCustomizationJob -ErrorAction Stop
        @($part.Arn) + @($rest.JobArn) | Sort-Object | Should -Be ($all.JobArn | Sort-Object)
        (Get-BdrCustomizationJob -InputObject $saved).JobArn | Should -Be $rest.JobArn

        $early = [powershell]::Create().AddScript("Import-Clixml '$file'").Invoke()[0]
        ($early | Get-BdrCustomizationJob -ErrorAction Stop).JobArn | Should -Be $rest.JobArn

        (Get-Content -Raw $file) -replace '<U64 N="Skip">\d+</U64>' | Set-Content $file
        { Import-Clixml $file | Get-BdrCustomizationJob -ErrorAction Stop } | Should -Throw '*not saved completely*'
    }

    It 'contains -EndpointUrl and -ProfileLocation, but no key' {
        $file = Join-Path $TestDrive keys
        Set-Content $file "[p]`naws_access_key_id = $env:AWS_ACCESS_KEY_ID`naws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY"
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $env:AWS_ENDPOINT_URL_BEDROCK = $null
        $part = Get-Part @{ PageSize = 25; EndpointUrl = $service.Url; ProfileName = 'p'; ProfileLocation = $file }
        $rest = $part.Failure[0].TargetObject | Get-BdrCustomizationJob -ErrorAction Stop
        $rest | Should -HaveCount 25
        $rest[0].ProfileName | Should -Be p
        $part.Failure[0].TargetObject | Format-List * -Force | Out-String | Should -Not -BeLike "*$env:AWS_SECRET_ACCESS_KEY*"
    }

    It 'requires -Credential again, so that the same identity signs' {
        $key = [pscredential]::new($env:AWS_ACCESS_KEY_ID, (ConvertTo-SecureString $env:AWS_SECRET_ACCESS_KEY -AsPlainText))
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $query = (Get-Part @{ PageSize = 25; Credential = $key }).Failure[0].TargetObject
        { $query | Get-BdrCustomizationJob } | Should -Throw -ErrorId 'QueryNeedsCredential,*'
        $query | Get-BdrCustomizationJob -Credential $key | Should -HaveCount 25
    }

    It 'does not accept -First, -Skip or -IncludeTotalCount' -ForEach @(
        @{ Paging = @{ First = 1 } }
        @{ Paging = @{ Skip = 1 } }
        @{ Paging = @{ IncludeTotalCount = $true } }
    ) {
        { [BedrockJobs.JobQuery]::new() | Get-BdrCustomizationJob @Paging } | Should -Throw -ErrorId 'PagingOfQuery,*'
    }

    It 'reports that it cannot be resumed if a page token was returned twice' {
        Add-LocalBedrockFault $service @{ repeat = 10; count = $null }
        $part = Get-Part @{ PageSize = 10 }
        $part.Failure.FullyQualifiedErrorId | Should -BeLike 'RepeatedToken,*'
        $part.Failure[0].TargetObject.NextToken | Should -BeNullOrEmpty
        $part.Failure[0].ErrorDetails.RecommendedAction | Should -BeLike "*cannot be resumed*"
        { $part.Failure[0].TargetObject | Get-BdrCustomizationJob } | Should -Throw -ErrorId 'QueryNotResumable,*'
    }

    It 'shows no page token that could drive the terminal, nor does -Debug, even after it was saved' {
        $body = @{ modelCustomizationJobSummaries = @(); nextToken = "`e[2J`e]0;owned`a" } | ConvertTo-Json
        Add-LocalBedrockFault $service @(
            @{ status = 200; body = $body }
            @{ errorType = 'AccessDeniedException' }
        )
        $shown = Get-BdrCustomizationJob -Debug -ErrorAction SilentlyContinue -ErrorVariable failures *>&1 | Out-String
        $query = $failures[0].TargetObject
        $query.NextToken | Should -BeLike "`e*"
        $saved = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($query))
        $shown += ($query, $saved | Out-String) + ($query, $saved | Format-List | Out-String) + "$query" + ($failures[0] | Out-String)
        $shown -replace '\e\[[0-9;]*m', '' | Should -Not -Match '[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]'
        $shown | Should -BeLike '*owned*'
    }
}
