# Dot-sourced by the BeforeAll of each test file about the settings of connections: the same session as IdentitySession.ps1,
# but with a key in the environment. Each file starts the services that it needs.

. (Join-Path $PSScriptRoot IdentitySession.ps1)

# The lines of a profile with the key that LocalBedrock accepts.
$keyLines = Get-KeyLine $keys.base

# No AWS files, and no variables except those of a key and the specified ones.
function Reset-Connection {
    param([hashtable] $Variable = @{}, [string] $Config)

    Clear-AwsSetting
    Set-EnvironmentKey $keys.base
    foreach ($name in $Variable.Keys) { Set-Item "env:$name" $Variable[$name] }
    if ($Config) { Set-Content $configFile $Config }
}
