# Long sessions: runspaces don't mix, and memory doesn't grow.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)

    # The resources of a process, after garbage collection.
    $measure = {
        for ($i = 0; $i -lt 3; $i++) {
            [gc]::Collect()
            [gc]::WaitForPendingFinalizers()
        }

        $process = [Diagnostics.Process]::GetCurrentProcess()
        @{
            Memory     = [gc]::GetTotalMemory($true)
            Threads    = $process.Threads.Count
            # On Windows and macOS, the HandleCount of .NET includes all kinds of handles. On Linux, this counts them.
            Handles    = $IsLinux ? (Get-ChildItem /proc/self/fd).Count : $process.HandleCount
            Contexts   = @([Runtime.Loader.AssemblyLoadContext]::All).Count
            Assemblies = @([AppDomain]::CurrentDomain.GetAssemblies()).Count
            Ours       = @([AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name } -match '^(AWSSDK|BedrockJobs)\b').Count
            Twice      = @([AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name } -match '^(AWSSDK|BedrockJobs)\b' |
                    Group-Object | Where-Object Count -GT 1 | ForEach-Object Name)
            Handlers   = & {
                $field = [Runtime.Loader.AssemblyLoadContext].GetField('_resolving', 'Instance, NonPublic')
                $handlers = $field.GetValue([Runtime.Loader.AssemblyLoadContext]::Default)
                $handlers ? $handlers.GetInvocationList().Count : 0
            }
        }
    }

    # Runs a script in a new PowerShell that has $measure, and returns its output object.
    function Invoke-Measured {
        param([string] $Script)

        $file = Join-Path $TestDrive 'session.ps1'
        Set-Content -LiteralPath $file "`$ErrorActionPreference = 'Stop'`n`$measure = { $measure }`n$Script"
        Invoke-NewPowerShell "& '$file' | ConvertTo-Json -Depth 4 -Compress" | ConvertFrom-Json
    }
}

Describe 'Sixteen runspaces at once' {
    BeforeAll {
        $regions = 'us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'
        $callers = foreach ($number in 1..16) {
            @{
                Number  = $number
                Account = '1111222233{0:00}' -f $number
                Id      = 'AKIARUNSPACE{0:00000000}' -f $number
                Secret  = 'secret{0:00}/ofTheRunspaceOfThisNumberAlone00' -f $number
                Region  = $regions[$number % 4]
            }
        }

        $accounts = $callers | ForEach-Object { '--account', "$($_.Account):$($_.Id):$($_.Secret)" }
        $service = Start-LocalBedrock -Jobs 12 -Options (@('--region', ($regions -join ',')) + $accounts)
        Set-LocalBedrockEnvironment $service
        $env:AWS_ACCESS_KEY_ID = 'AKIANOBODY0000000000'
        $env:AWS_REGION = 'ap-south-1'

        $seen = $callers | ForEach-Object -ThrottleLimit 16 -Parallel {
            Import-Module $using:manifest
            $caller = $_
            $with = @{
                Credential = [pscredential]::new($caller.Id, (ConvertTo-SecureString $caller.Secret -AsPlainText -Force))
                Region     = $caller.Region
            }
            $jobs = foreach ($round in 1..5) {
                $listed = @(Get-BdrCustomizationJob -PageSize 5 @with)
                $listed
                Get-BdrCustomizationJob -JobIdentifier $listed[0].JobName @with
                $listed[1] | Get-BdrCustomizationJob -Credential $with.Credential
            }
            [pscustomobject]@{ Caller = $caller; Places = $jobs | Group-Object AccountId, Region; Count = @($jobs).Count; Errors = @($Error) }
        }
        $requests = @(Get-LocalBedrockRequest $service)
    }

    AfterAll {
        Stop-LocalBedrock $service
    }

    It 'get only the jobs of their own account and Region' {
        $seen.Count | Should -Be 16
        foreach ($one in $seen) {
            $one.Errors | Should -BeNullOrEmpty
            $one.Count | Should -Be (5 * 14)
            @($one.Places).Name | Should -Be "$($one.Caller.Account), $($one.Caller.Region)"
        }
    }

    It 'sign each request with their own key, for their own Region' {
        $requests.Count | Should -Be (16 * 5 * 5)
        $requests.status | Should -Not -Contain 403
        $places = $requests | Group-Object accessKeyId, region, account
        $places.Count | Should -Be 16
        foreach ($caller in $callers) {
            ($places | Where-Object Name -EQ "$($caller.Id), $($caller.Region), $($caller.Account)").Count | Should -Be 25
        }
    }
}

Describe 'Fifty imports' {
    BeforeAll {
        $service = Start-LocalBedrock -Jobs 3
        Set-LocalBedrockEnvironment $service
        $grown = Invoke-Measured @"
            function Use-Module {
                Import-Module '$manifest' -Force
                if (@(Get-BdrCustomizationJob).Count -ne 3) { throw 'no jobs' }
                Remove-Module BedrockJobs

                `$powershell = [powershell]::Create()
                `$listed = `$powershell.AddScript("Import-Module '$manifest'; Get-BdrCustomizationJob").Invoke()
                if (`$listed.Count -ne 3) { throw 'no jobs in a runspace' }
                `$powershell.Dispose()
            }

            1..5 | ForEach-Object { Use-Module }
            `$before = & `$measure
            1..50 | ForEach-Object { Use-Module }
            @{ Before = `$before; After = & `$measure }
"@
    }

    AfterAll {
        Stop-LocalBedrock $service
    }

    It 'leave as many <What> as five imports' -TestCases @(
        @{ What = 'Contexts' }
        @{ What = 'Ours' }
        @{ What = 'Handlers' }
    ) {
        $grown.Before.$What | Should -BeGreaterThan 0
        $grown.After.$What | Should -Be $grown.Before.$What
    }

    It 'leave about as many threads and handles, and as much memory' {
        # .NET and PowerShell load a few more assemblies when they need them.
        $grown.After.Assemblies | Should -BeLessOrEqual ($grown.Before.Assemblies + 10)
        $grown.After.Threads | Should -BeLessOrEqual ($grown.Before.Threads + 10)
        $grown.After.Handles | Should -BeLessOrEqual ($grown.Before.Handles + 20)
        # PowerShell itself keeps about 60 KB for each runspace.
        $grown.After.Memory - $grown.Before.Memory | Should -BeLessThan 25MB
    }
}

Describe 'Three thousand listings with faults' {
    BeforeAll {
        $service = Start-LocalBedrock -Jobs 3
        Set-LocalBedrockEnvironment $service
        # Six of every ten requests fail, each in a different way.
        $faults = @{ errorType = 'AccessDeniedException' }, @{ connection = 'reset' }, @{ status = 500; body = '<html>' }, @{ connection = 'truncate' },
            @{ replyWith = 'ok'; body = '{' }, @{ errorType = 'ThrottlingException' }
        $everyTen = ConvertTo-Json -Compress -Depth 5 @($faults * 100)
        $env:AWS_MAX_ATTEMPTS = '1'
        $grown = Invoke-Measured @"
            Import-Module '$manifest'
            `$faults = '$everyTen'
            function Read-List([int] `$Count) {
                `$failed = 0
                for (`$i = 0; `$i -lt `$Count; `$i++) {
                    if (`$i % 1000 -eq 0) {
                        `$null = Invoke-RestMethod '$($service.Url)/local/faults' -Method Delete -NoProxy
                        `$null = Invoke-RestMethod '$($service.Url)/local/faults' -Method Post -Body `$faults -ContentType application/json -NoProxy
                        `$null = Invoke-RestMethod '$($service.Url)/local/requests' -Method Delete -NoProxy
                    }

                    `$jobs = Get-BdrCustomizationJob -PageSize 2 -ErrorAction SilentlyContinue -ErrorVariable failure
                    if (`$failure) { `$failed++ }
                    `$Error.Clear()
                }
                `$failed
            }

            `$null = Read-List 300
            `$before = & `$measure
            `$failed = Read-List 3000
            @{ Before = `$before; After = & `$measure; Failed = `$failed }
"@
        $env:AWS_MAX_ATTEMPTS = $null
    }

    AfterAll {
        Stop-LocalBedrock $service
    }

    It 'fail where the service fails, and go on' {
        $grown.Failed | Should -BeGreaterThan 1000
        $grown.Failed | Should -BeLessThan 3000
    }

    It 'leave as many threads and handles as three hundred listings' {
        $grown.After.Threads | Should -BeLessOrEqual ($grown.Before.Threads + 10)
        $grown.After.Handles | Should -BeLessOrEqual ($grown.Before.Handles + 20)
        $grown.After.Contexts | Should -Be $grown.Before.Contexts
        $grown.After.Assemblies | Should -BeLessOrEqual ($grown.Before.Assemblies + 10)
    }

    # The SDK loads the clients for IAM Identity Center when it first needs them, and not with the first listing.
    It 'load no assembly of the module twice' {
        $grown.Before.Ours | Should -BeGreaterThan 0
        $grown.After.Twice | Should -BeNullOrEmpty
    }

    It 'leave as much memory' {
        # If each listing kept a kilobyte, this would be 3 MB.
        $grown.After.Memory - $grown.Before.Memory | Should -BeLessThan 3MB
    }
}
