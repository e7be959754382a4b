# The functions that run for each job or cell, by BenchmarkDotNet.
param([Parameter(Mandatory)] $Bench)

$report = Join-Path $Bench.Out micro.json
& dotnet (Join-Path $Bench.Built BedrockJobs.Micro release BedrockJobs.Micro.dll) $report | Out-File (Join-Path $Bench.Out micro.log)
if ($LASTEXITCODE -ne 0) {
    throw "The micro-benchmarks ended with exit code $LASTEXITCODE; see $(Join-Path $Bench.Out micro.log)."
}

Get-Content -Raw $report | ConvertFrom-Json
