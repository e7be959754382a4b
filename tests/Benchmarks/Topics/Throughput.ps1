# 100,000 jobs with each tool: the first listing of a process, and later ones.
param([Parameter(Mandatory)] $Bench)

$jobs = $Bench.Quick ? 10000 : 100000
$listers = [ordered]@{
    'Get-BdrCustomizationJob' = @{ Command = $Bench.Cmdlet; Times = 4 }
    'Floor'                   = @{ Command = $Bench.Floor; Times = 4 }
}
if ($Bench.JavaScript) {
    $listers['JavaScript SDK'] = @{ Command = $Bench.JavaScript; Times = 4 }
}

# These take so long that the start of a process makes no difference.
$listers['Invoke-RestMethod'] = @{ Command = $Bench.RestMethod; Times = 2 }

# botocore takes a minute or more, so it lists a tenth of the jobs, and its seconds are multiplied.
$botocoreShare = 10
if ($Bench.Botocore) {
    $listers['botocore'] = @{ Command = $Bench.Botocore + "$($jobs / $botocoreShare)"; Times = 2 }
}

Use-LocalBedrock -Jobs $jobs -Script {
    param($service)

    # A warm-up, because the code of the service is compiled as it runs.
    $null = Get-ProgramReport ($Bench.Floor + '3') $service
    $reports = @{}
    # Alternating, so that other load on the computer affects all tools.
    foreach ($round in 1..$Bench.Rounds) {
        foreach ($name in $listers.Keys) {
            $report = Get-ProgramReport ($listers[$name].Command + "$($listers[$name].Times)") $service
            $share = $name -eq 'botocore' ? $botocoreShare : 1
            if ($report.PSObject.Properties['jobs'] -and $report.jobs * $share -ne $jobs) {
                throw "$name listed $($report.jobs) jobs of $jobs."
            }

            $report.seconds = @($report.seconds | ForEach-Object { $_ * $share })

            $reports[$name] = @($reports[$name]) + $report
        }
    }

    $tools = foreach ($name in $listers.Keys) {
        $own = @($reports[$name] | Where-Object { $_ })
        [pscustomobject]@{
            name  = $name
            first = Get-Median @($own | ForEach-Object { $_.seconds[0] })
            later = Get-Median @($own | ForEach-Object { $_.seconds | Select-Object -Skip 1 })
        }
    }

    [pscustomobject]@{ jobs = $jobs; tools = @($tools) }
}
