# Describes the computer by what the results depend on, and by nothing that identifies its owner.
param([Parameter(Mandatory)] $Bench)

function Get-ProcessorName {
    if ($IsLinux) {
        $line = Select-String -Path /proc/cpuinfo -Pattern '^model name\s*:\s*(.+)$' | Select-Object -First 1
        $line ? $line.Matches[0].Groups[1].Value : [Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture
    }
    elseif ($IsMacOS) {
        sysctl -n machdep.cpu.brand_string
    }
    else {
        (Get-CimInstance Win32_Processor | Select-Object -First 1).Name.Trim()
    }
}

$versions = [ordered]@{
    '.NET'     = "$([Environment]::Version)"
    PowerShell = "$($PSVersionTable.PSVersion)"
}
if ($Bench.JavaScript) {
    $package = Join-Path $Bench.Out peers node_modules @aws-sdk client-bedrock package.json
    $versions['Node.js'] = (& node --version).TrimStart('v')
    $versions['@aws-sdk/client-bedrock'] = (Get-Content -Raw $package | ConvertFrom-Json).version
}

if ($Bench.Botocore) {
    $versions['Python'], $versions['botocore'] = & $Bench.Botocore[0] -c 'import platform, botocore
print(platform.python_version())
print(botocore.__version__)'
}

[pscustomobject]@{
    date      = [datetime]::UtcNow.ToString('yyyy-MM-dd')
    processor = "$(Get-ProcessorName)"
    cores     = [Environment]::ProcessorCount
    memoryGB  = [math]::Round([GC]::GetGCMemoryInfo().TotalAvailableMemoryBytes / 1GB)
    system    = [Runtime.InteropServices.RuntimeInformation]::OSDescription
    versions  = $versions
}
