# Lists all jobs with Invoke-RestMethod the specified number of times. Prints what Measure.psm1 expects. PowerShell
# itself can't sign a request, so the request contains an API key.
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
