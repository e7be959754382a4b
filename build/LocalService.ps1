# Runs PowerShell, and the benchmarks, with LocalBedrock.

function Invoke-WithLocalBedrock {
    param([string[]] $PowerShellArguments)

    Import-Module (Join-Path $root tests LocalBedrock LocalBedrock.psm1)
    $service = Start-LocalBedrock -Speed 60
    Set-LocalBedrockEnvironment $service
    try {
        Invoke-NewPowerShell $PowerShellArguments
        $exitCode = $LASTEXITCODE
    }
    finally {
        Stop-LocalBedrock $service
    }

    exit $exitCode
}

function Invoke-Demo {
    Invoke-WithLocalBedrock '-NoProfile', '-NonInteractive', '-File', (Join-Path $root tests LocalBedrock Demo.ps1), '-Module', $module
}

function Invoke-Try {
    # Meanwhile, others can build.
    $lock.Dispose()
    $import = "Import-Module '$($module.Replace("'", "''"))'"
    Invoke-WithLocalBedrock $(
        if ($Command) { '-NoProfile', '-Command', "$import; $Command" } else { '-NoExit', '-Command', $import }
    )
}

function Invoke-Bench {
    foreach ($project in 'BedrockJobs.Floor', 'BedrockJobs.Micro') {
        Invoke-DotNet build (Join-Path $root tests Benchmarks $project.Split('.')[1] "$project.csproj")
    }

    & (Join-Path $root tests Benchmarks Bench.ps1) -PowerShell (Get-PowerShellCommand) -Quick:$Quick
}
