# Listings that fail after some pages: the retries, the content of the error, and how the listing is resumed.

BeforeDiscovery {
    $lasting = @(
        @{ Fault = @{ errorType = 'AccessDeniedException' }; Id = 'AccessDenied' }
        @{ Fault = @{ errorType = 'ThrottlingException'; headers = @{ 'Retry-After' = '3600' } }; Id = 'Throttled' }
        @{ Fault = @{ status = 503; headers = @{ 'Retry-After' = '3600' } }; Id = 'ServiceFault' }
        @{ Fault = @{ errorType = 'ExpiredTokenException'; status = 403 }; Id = 'CredentialsExpired' }
        @{ Fault = @{ status = 404; body = '<html><title>Not here</title></html>'; contentType = 'text/html' }; Id = 'MalformedResponse' }
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
    $env:AWS_MAX_ATTEMPTS = $null
    Stop-LocalBedrock $service
}

Describe 'A page that fails for a passing reason' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'is requested again, with a verbose line that says when and why, and no job is lost' -TestCases @(
        @{ Fault = @{ status = 503 } }
        @{ Fault = @{ connection = 'reset' } }
        @{ Fault = @{ errorType = 'ThrottlingException'; message = 'Rate exceeded' } }
        @{ Fault = @{ status = 408 } }
    ) {
        $all = Get-BdrCustomizationJob
        Add-LocalBedrockFault $service ($Fault + @{ skip = 2; count = 2 })
        $lines = [Collections.Generic.List[string]]::new()
        $jobs = Get-BdrCustomizationJob -PageSize 10 -Verbose 4>&1 -ErrorAction Stop | ForEach-Object {
            if ($_ -is [Management.Automation.VerboseRecord]) { $lines.Add("$_") } else { $_ }
        }
        $jobs.JobArn | Should -Be $all.JobArn
        $again = @($lines -like '*page 3: retrying in*')
        $again[0] | Should -BeLike 'ListModelCustomizationJobs us-east-1 page 3: retrying in 0.5 s after ListModelCustomizationJobs in us-east-1: *'
    }

    It 'is requested again at the time in the response' {
        Add-LocalBedrockFault $service @{ skip = 1; status = 503; headers = @{ 'Retry-After' = '1' } }
        Get-BdrCustomizationJob -PageSize 25 -Verbose -ErrorAction Stop 4>&1 | Where-Object { "$_" -like '*retrying in 1.0 s*' } | Should -HaveCount 1
    }

    It 'keeps Ctrl+C waiting no longer than any other' {
        Add-LocalBedrockFault $service @{ skip = 1; status = 503; headers = @{ 'Retry-After' = '60' }; count = $null }
        $powershell = New-TestPowerShell 'Get-BdrCustomizationJob -PageSize 25 -Verbose'
        $running = $powershell.BeginInvoke()
        Wait-Until { "$($powershell.Streams.Verbose)" -like '*retrying in 60.0 s*' }
        $stopping = $powershell.BeginStop($null, $null)
        Wait-Until { $stopping.IsCompleted -and $running.IsCompleted }
        $powershell.Dispose()
    }

    It 'is an error at once where it is the first' {
        Add-LocalBedrockFault $service @{ status = 503 }
        (Get-Part @{ PageSize = 10 }).Failure.FullyQualifiedErrorId | Should -BeLike 'ServiceFault,*'
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }
}

Describe 'HTTP 408' {
    It 'is tried again like a 503' {
        Reset-LocalBedrock $service
        $env:AWS_MAX_ATTEMPTS = $null
        try {
            Add-LocalBedrockFault $service @{ status = 408; count = 2 }
            Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 50
        }
        finally {
            $env:AWS_MAX_ATTEMPTS = '1'
        }

        @(Get-LocalBedrockRequest $service).status | Should -Be 408, 408, 200
    }
}

Describe 'The query of an error' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'resumes from the pipeline exactly where the listing stopped at <Id>' -TestCases $lasting {
        $all = Get-BdrCustomizationJob
        Add-LocalBedrockFault $service ($Fault + @{ skip = 2 })
        $part = Get-Part @{ PageSize = 7; Skip = 3; First = 40 }
        $part.Failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $part.Failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*$Error`[0`].TargetObject | Get-BdrCustomizationJob'
        $rest = $part.Failure[0].TargetObject | Get-BdrCustomizationJob -ErrorAction Stop
        $part.Arn.Count | Should -Be 11
        $part.Arn + $rest.JobArn | Should -Be $all[3..42].JobArn
    }

    It 'resumes from $Error too, and in a catch block' {
        $all = Get-BdrCustomizationJob -Name *a*
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $first = Get-BdrCustomizationJob -Name *a* -PageSize 20 -ErrorAction Continue 2> $null
        $rest = $Error[0].TargetObject | Get-BdrCustomizationJob
        @($first) + @($rest) | ForEach-Object JobArn | Should -Be $all.JobArn
    }

    It 'holds what is left of each of several Regions, <How>' -TestCases @(
        @{ How = 'where the others went on'; With = @{ PageSize = 9 }; Stop = $false; Targets = 0 }
        @{ How = 'where -First and -Skip end the listing for all'; With = @{ PageSize = 9; Skip = 5; First = 90 }; Stop = $false; Targets = 3 }
        @{ How = 'where -ErrorAction Stop ends it for all'; With = @{ PageSize = 9 }; Stop = $true; Targets = 3 }
        @{ How = 'where the first page of one failed under Stop'; With = @{ First = 60 }; Stop = $true; Targets = 3; Skip = 0 }
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

    It 'keeps the endpoint that was typed, and the profile''s file, but no key' {
        $file = Join-Path $TestDrive keys
        Set-Content $file "[p]`naws_access_key_id = $env:AWS_ACCESS_KEY_ID`naws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY"
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $endpoint = $env:AWS_ENDPOINT_URL_BEDROCK
        $env:AWS_ENDPOINT_URL_BEDROCK = $null
        try {
            $part = Get-Part @{ PageSize = 25; EndpointUrl = $service.Url; ProfileName = 'p'; ProfileLocation = $file }
            $rest = $part.Failure[0].TargetObject | Get-BdrCustomizationJob -ErrorAction Stop
        }
        finally {
            $env:AWS_ENDPOINT_URL_BEDROCK = $endpoint
        }

        $rest | Should -HaveCount 25
        $rest[0].ProfileName | Should -Be p
        $part.Failure[0].TargetObject | Format-List * -Force | Out-String | Should -Not -BeLike "*$env:AWS_SECRET_ACCESS_KEY*"
    }

    It 'requires -Credential again, so that it never signs as another identity' {
        $key = [pscredential]::new($env:AWS_ACCESS_KEY_ID, (ConvertTo-SecureString $env:AWS_SECRET_ACCESS_KEY -AsPlainText))
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $query = (Get-Part @{ PageSize = 25; Credential = $key }).Failure[0].TargetObject
        { $query | Get-BdrCustomizationJob } | Should -Throw -ErrorId 'QueryNeedsCredential,*'
        $query | Get-BdrCustomizationJob -Credential $key | Should -HaveCount 25
    }

    It 'does not accept -First, -Skip or -IncludeTotalCount' -TestCases @(
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

    It 'shows nothing of a page token that could drive the terminal, nor does -Debug, also after it was saved' {
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

Describe 'A long reply' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'is quoted up to 500 characters' {
        Add-LocalBedrockFault $service @{ errorType = 'AccessDeniedException'; message = 'x' * 1MB }
        "$((Get-Part @{}).Failure[0])".Length | Should -BeLessThan 700
    }

    It 'is quoted by its title if it is an HTML page' -TestCases @(
        @{ Status = 502 }
        @{ Status = 400 }
    ) {
        Add-LocalBedrockFault $service @{ status = $Status; contentType = 'text/html'; body = "<html>`n<head><title>Upstream is away</title></head>`n<body>$('y' * 5000)</body></html>" }
        $shown = "$((Get-Part @{}).Failure[0])"
        $shown | Should -BeLike '*Upstream is away*'
        $shown | Should -Not -BeLike '*yyy*'
    }
}
