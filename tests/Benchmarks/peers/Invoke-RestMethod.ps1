# Lists everything with Invoke-RestMethod as often as it is told; prints what Measure.psm1 expects. What PowerShell
# has by itself can't sign, so the request bears a key.
param([Parameter(Mandatory)] [int] $Times)

$ErrorActionPreference = 'Stop'
$headers = @{ Authorization = "Bearer $env:BENCHMARK_BEARER_KEY" }
$page = "$env:AWS_ENDPOINT_URL_BEDROCK/model-customization-jobs?maxResults=1000&sortBy=CreationTime&sortOrder=Descending"
$seconds = foreach ($i in 1..$Times) {
    $jobs = 0
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $uri = $page
    do {
        $reply = Invoke-RestMethod $uri -Headers $headers
        foreach ($job in $reply.modelCustomizationJobSummaries) {
            $jobs++
        }

        $token = if ($reply.PSObject.Properties['nextToken']) { $reply.nextToken }
        $uri = "$page&nextToken=$([uri]::EscapeDataString("$token"))"
    } while ($token)
    $watch.Elapsed.TotalSeconds
}

@{ jobs = $jobs; seconds = @($seconds) } | ConvertTo-Json -Compress
