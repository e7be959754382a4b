# The time and memory of a listing, by number of jobs.
param([Parameter(Mandatory)] $Bench)

foreach ($jobs in $Bench.Quick ? (1000, 10000) : (1000, 10000, 100000, 1000000)) {
    $isHuge = $jobs -ge 1000000
    Use-LocalBedrock -Jobs $jobs -Script {
        param($service)

        # A warm-up, because the code of the service is compiled as it runs.
        $null = Get-ProgramReport ($Bench.Floor + "$([math]::Max(1, 100000 / $jobs))") $service
        # The memory of a process that runs one listing.
        $once = foreach ($round in 1..($isHuge ? 2 : $Bench.Rounds)) {
            Get-ProgramReport ($Bench.Cmdlet + '1') $service
        }

        $again = Get-ProgramReport ($Bench.Cmdlet + ($isHuge ? '2' : '5')) $service
        [pscustomobject]@{
            jobs  = $jobs
            first = Get-Median @($once | ForEach-Object { $_.seconds[0] })
            later = Get-Median @($again.seconds | Select-Object -Skip 1)
            peak  = Get-Median @($once.peak)
            bytes = Get-Median @($again.bytes | Select-Object -Skip 1)
        }
    }
}
