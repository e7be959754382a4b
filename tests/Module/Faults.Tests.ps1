# Runs the fault table of Faults.ps1, and writes the expected and the actual results to out/results/faults.txt.

BeforeDiscovery {
    . (Join-Path $PSScriptRoot FaultCases.ps1)
    $cases = Get-FaultCase | ForEach-Object { @{ Number = $_.Number; Command = $_.Command; Fault = $_.Fault; When = $_.When; Expected = $_.Expected } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    . (Join-Path $PSScriptRoot Certificates.ps1)
    . (Join-Path $PSScriptRoot FaultCases.ps1)
    Add-Type -Path (Join-Path $PSScriptRoot ConnectionRelay.cs)

    # Each case has a Region of its own, so that all can run at the same time at one service, and a path of its own, since the
    # SDK counts for each endpoint how often it has tried again.
    $cases = @(Get-FaultCase)
    $options = @('--account', '111122223333', '--region', ($cases.Region -join ',')) + $cases.ForEach({ '--path-prefix', $_.Path })
    $root = New-TestCertificate -Subject 'Test Root' -Authority
    $null = Export-Pem (Join-Path $TestDrive root.pem) $root
    function Start-Secure([string] $Name, $Certificate, [string[]] $Options = @()) {
        Start-LocalBedrock -Jobs 6 -Options (@('--certificate', (Export-Pem (Join-Path $TestDrive "$Name.pem") $Certificate -Key)) + $Options)
    }

    $services = @{
        plain      = Start-LocalBedrock -Jobs 6 -Options $options
        secure     = Start-Secure secure (New-TestCertificate -Subject 'Server' -Issuer $root -HostName 127.0.0.1) $options
        selfSigned = Start-Secure selfSigned (New-TestCertificate -Subject 'Server' -HostName 127.0.0.1)
        wrongHost  = Start-Secure wrongHost (New-TestCertificate -Subject 'Server' -Issuer $root -HostName example.com)
        expired    = Start-Secure expired (New-TestCertificate -Subject 'Server' -Issuer $root -HostName 127.0.0.1 -NotAfter ([datetimeoffset]::Now.AddHours(-1)))
    }
    Set-LocalBedrockEnvironment $services.plain
    $env:AWS_CONFIG_FILE = Join-Path $TestDrive config
    Set-Content $env:AWS_CONFIG_FILE (('once', 2), ('lasting', 1)).ForEach({ @"
[profile $($_[0])]
aws_access_key_id = $env:AWS_ACCESS_KEY_ID
aws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY
ca_bundle = $(Join-Path $TestDrive root.pem)
max_attempts = $($_[1])
"@ })

    foreach ($service in $services.plain, $services.secure) {
        Add-LocalBedrockJob $service $cases.Where({ $_.Command -ne 'List' }).ForEach({ @{ jobName = 'it'; region = $_.Region; status = $_.Command -eq 'Stop' ? 'InProgress' : 'Completed'; creationTime = '2026-01-02T03:04:05Z' } })
    }

    Add-LocalBedrockFault $services.plain $cases.Where({ $_.Script }).Script
    $relays = @{}
    foreach ($case in $cases) {
        $port = ([uri] $services[$case.Tls ? 'secure' : 'plain'].Url).Port
        if ($case.Connect) {
            $relayed = $services.ContainsKey($case.Connect)
            $relays[$case.Number] = [ConnectionRelay]::new($port, ($relayed ? 'relayed' : $case.Connect), ($relayed ? ([uri] $services[$case.Connect].Url).Port : 0), ($case.When -eq 'once' ? 1 : [int]::MaxValue))
            $port = $relays[$case.Number].Port
        }

        $case.Url = "$($case.Tls ? 'https' : 'http')://127.0.0.1:$port$($case.Path)"
    }

    # Runs a script for each case, all at the same time; those that take longest begin first.
    function Invoke-EachCase([object[]] $Case, [string] $Script) {
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule($manifest)
        $pool = [runspacefactory]::CreateRunspacePool(1, 48, $state, $Host)
        $pool.Open()
        try {
            $running = foreach ($one in $Case | Sort-Object { -$_.Length }) {
                $powershell = [powershell]::Create()
                $powershell.RunspacePool = $pool
                $null = $powershell.AddScript($Script).AddArgument($one)
                @{ Case = $one; PowerShell = $powershell; Result = $powershell.BeginInvoke() }
            }

            $watch = [Diagnostics.Stopwatch]::StartNew()
            foreach ($run in $running) {
                # A command that hangs is a result, and doesn't delay the others.
                $hasEnded = $run.Result.AsyncWaitHandle.WaitOne([Math]::Max(0, 240000 - $watch.ElapsedMilliseconds))
                if ($hasEnded) { $null = $run.PowerShell.EndInvoke($run.Result) } else { $run.Case.Failures = @('hangs'); $run.PowerShell.Stop() }
                $run.PowerShell.Dispose()
            }
        }
        finally {
            $pool.Dispose()
        }
    }

    $commands = @'
        param($case)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $with = @{ Region = $case.Region; EndpointUrl = $case.Url; ProfileName = $case.When; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
        $case.Output = [Collections.Generic.List[object]]::new()
        try {
            switch ($case.Command) {
                List { Get-BdrCustomizationJob @with -PageSize 2 | ForEach-Object { $case.Output.Add($_) } }
                Get { Get-BdrCustomizationJob @with -JobIdentifier it | ForEach-Object { $case.Output.Add($_) } }
                Wait { Wait-BdrCustomizationJob @with -JobIdentifier it -PollInterval 1 -Timeout ($case.When -eq 'once' ? 100 : 4) -WarningAction Ignore | ForEach-Object { $case.Output.Add($_) } }
                Stop { Stop-BdrCustomizationJob @with -JobIdentifier it -PassThru -Confirm:$false | ForEach-Object { $case.Output.Add($_) } }
            }

            $case.Failures = @($failures)
        }
        catch {
            $case.Failures = @("threw $_")
        }

        $case.Seconds = $watch.Elapsed.TotalSeconds
'@
    $endless, $others = $cases.Where({ $_.IsEndless }, 'Split')
    Invoke-EachCase $others $commands
    Invoke-WithShortLimits { Invoke-EachCase $endless $commands }

    # The fault has ended. Each listing resumes from its error.
    $requests = Get-LocalBedrockRequest $services.plain | Group-Object region -AsHashTable
    Reset-LocalBedrock $services.plain
    foreach ($relay in $relays.Values) { $relay.Mend() }
    $stopped = @($cases.Where({ $_.Command -eq 'List' -and $_.Failures.Count -eq 1 -and $_.Failures[0] -is [Management.Automation.ErrorRecord] }))
    Invoke-EachCase $stopped @'
        param($case)
        $case.Rest = @($case.Failures[0].TargetObject | Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failures)
        $case.HasRest = $failures.Count -eq 0
'@

    # The result of a case, in the words of the table.
    function Get-Seen($Case) {
        $ids = @($Case.Failures.ForEach({ $_ -is [Management.Automation.ErrorRecord] ? ($_.FullyQualifiedErrorId -split ',')[0] : $_ }))
        $names = @($Case.Output | ForEach-Object JobName)
        $isWhole = $Case.Command -eq 'List' ? "$names" -eq "$($all[$Case.Region])" : $names.Count -eq 1 -and $Case.Output[0].Status -eq ($Case.Command -eq 'Stop' ? 'Stopping' : 'Completed')
        if ($ids.Count -eq 0) { return $isWhole ? 'whole' : "no error, but only '$names'" }
        if ($Case.Command -ne 'List') { return "$ids$($names ? " and '$names'" : '')" }

        $goesOn = $Case.HasRest -and "$($names + @($Case.Rest.JobName))" -eq "$($all[$Case.Region])"
        "$ids after $($names.Count) jobs$($goesOn ? ', goes on' : '')"
    }

    $all = @{}
    foreach ($case in $cases.Where({ $_.Command -eq 'List' })) {
        $service = $services[$case.Tls ? 'secure' : 'plain']
        $all[$case.Region] = (Invoke-RestMethod "$($service.Url)/local/jobs?region=$($case.Region)" -NoProxy -SkipCertificateCheck).jobName[-1..-6]
    }

    foreach ($case in $cases) {
        $case.Requests = @($requests[$case.Region]).Count + ($relays[$case.Number]?.Count ?? 0)
        $case.Seen = Get-Seen $case
    }

    $results = New-Item -ItemType Directory -Force (Join-Path (Split-Path (Split-Path $PSScriptRoot)) out results)
    $line = '{0,-5} {1,-42} {2,-8} {3,-44} {4,-44} {5,8} {6,8:0.0}'
    $rows = $cases.ForEach({ $line -f $_.Command, $_.Fault, $_.When, $_.Expected, $_.Seen, $_.Requests, $_.Seconds })
    Set-Content (Join-Path $results faults.txt) (@($line -f 'for', 'fault', 'strikes', 'expected', 'seen', 'requests', 'seconds') + $rows)
}

AfterAll {
    $relays.Values.ForEach({ $_.Dispose() })
    $services.Values.ForEach({ Stop-LocalBedrock $_ })
}

Describe 'A fault' {
    It '<Fault>, <When>: <Command> has the result <Expected>' -ForEach $cases {
        $case = $cases.Where({ $_.Number -eq $Number })[0]
        $case.Seen | Should -Be $Expected
        # Of a connection that closes without a response, .NET and the SDK make up to 16. A wait polls several times.
        $case.Requests | Should -BeLessOrEqual ($case.Command -eq 'Wait' ? 50 : 18)
        $case.Seconds | Should -BeLessThan 200
    }

    It 'is tested in at least 60 forms with a listing, and 15 with each other command' {
        foreach ($command in 'List', 'Get', 'Wait', 'Stop') {
            foreach ($when in 'once', 'lasting') {
                @($cases.Where({ $_.Command -eq $command -and $_.When -eq $when })).Count | Should -BeGreaterOrEqual ($command -eq 'List' ? 60 : 15)
            }
        }
    }
}
