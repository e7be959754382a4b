# Lists from more and more Regions, at once and one after another; prints seconds by number of Regions.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [int] $Times, [Parameter(Mandatory)] [string[]] $Region)

$ErrorActionPreference = 'Stop'
Import-Module $Module
# With -File an array comes as one text.
$Region = $Region.Split(',')
Get-BdrCustomizationJob -Region $Region[0] | Out-Null
$takesSeveral = (Get-Command Get-BdrCustomizationJob).Parameters['Region'].ParameterType.IsArray
$rows = for ($count = 1; $count -le $Region.Count; $count *= 2) {
    $some = $Region[0..($count - 1)]
    $runs = foreach ($i in 1..$Times) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $together = if ($takesSeveral) {
            Get-BdrCustomizationJob -Region $some | Out-Null
            $watch.Elapsed.TotalSeconds
        }

        $watch.Restart()
        $some | ForEach-Object { Get-BdrCustomizationJob -Region $_ } | Out-Null
        @{ together = $together; inTurn = $watch.Elapsed.TotalSeconds }
    }

    @{ regions = $count; together = @($runs.together | Where-Object { $_ }); inTurn = @($runs.inTurn) }
}

ConvertTo-Json @($rows) -Depth 3 -Compress
