# Lists jobs from increasing numbers of Regions, at the same time and one by one. Prints the seconds for each number.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [int] $Times, [Parameter(Mandatory)] [string[]] $Region)

$ErrorActionPreference = 'Stop'
Import-Module $Module
# With -File, an array arrives as one string.
$Region = $Region.Split(',')
Get-BdrCustomizationJob -Region $Region[0] | Out-Null
$rows = for ($count = 1; $count -le $Region.Count; $count *= 2) {
    $some = $Region[0..($count - 1)]
    $runs = foreach ($i in 1..$Times) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-BdrCustomizationJob -Region $some | Out-Null
        $together = $watch.Elapsed.TotalSeconds
        $watch.Restart()
        $some | ForEach-Object { Get-BdrCustomizationJob -Region $_ } | Out-Null
        @{ together = $together; inTurn = $watch.Elapsed.TotalSeconds }
    }

    @{ regions = $count; together = @($runs.together); inTurn = @($runs.inTurn) }
}

ConvertTo-Json @($rows) -Depth 3 -Compress
