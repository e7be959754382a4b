# The time that a user waits at a prompt: whole processes, from start to end.
param([Parameter(Mandatory)] $Bench)

$import = "Import-Module '$($Bench.Module.Replace("'", "''"))'"
$page = '$env:AWS_ENDPOINT_URL_BEDROCK/model-customization-jobs?maxResults=1&sortBy=CreationTime&sortOrder=Descending'
$scripts = [ordered]@{
    bare   = '1'
    import = $import
    first  = "$import; Get-BdrCustomizationJob -First 1"
    rest   = "Invoke-RestMethod `"$page`" -Headers @{ Authorization = `"Bearer `$env:BENCHMARK_BEARER_KEY`" }"
}

Use-LocalBedrock -Jobs 40 -Script {
    param($service)

    $seconds = @{}
    $rounds = $Bench.Quick ? 3 : 11
    foreach ($round in 0..$rounds) {
        foreach ($name in $scripts.Keys) {
            $run = Invoke-Program ($Bench.PowerShell + '-NoProfile', '-Command', $scripts[$name]) $service
            # The first round loads the files into the cache of the system.
            if ($round -gt 0) {
                $seconds[$name] = @($seconds[$name]) + $run.Seconds
            }
        }
    }

    $result = [ordered]@{ runs = $rounds }
    foreach ($name in $scripts.Keys) {
        $result[$name] = Get-Median @($seconds[$name] | Where-Object { $_ })
    }

    [pscustomobject]$result
}
