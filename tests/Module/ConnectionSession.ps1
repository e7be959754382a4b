# Dot-sourced by the BeforeAll of each test file about AWS's variables and files: an environment that contains only what a
# test sets, and that is restored at the end.

. (Join-Path $PSScriptRoot TestSession.ps1)
Import-Module (Join-Path $root tests LocalIdentity LocalIdentity.psm1)

$userHome = New-Item -ItemType Directory -Force (Join-Path $TestDrive home)
$null = New-Item -ItemType Directory -Force (Join-Path $userHome .aws)

# The lines of a profile with the key that LocalBedrock accepts.
$keyLines = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE`naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

# All relevant variables, in upper and lower case, because the names of proxy variables can have either.
function Get-ConnectionVariable {
    @([Environment]::GetEnvironmentVariables().Keys) -match '^(AWS_.*|HOME|(HTTPS?|ALL|NO)_PROXY)$'
}

function Clear-ConnectionVariable {
    foreach ($name in Get-ConnectionVariable) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
}

# A home folder without AWS files, and no variables except those of a key and the specified ones.
function Reset-Connection {
    param([hashtable] $Variable = @{}, [string] $Config)

    Clear-ConnectionVariable
    Remove-Item (Join-Path $userHome .aws *) -Recurse
    $env:HOME = $userHome
    $env:AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
    $env:AWS_SECRET_ACCESS_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    foreach ($name in $Variable.Keys) { Set-Item "env:$name" $Variable[$name] }
    if ($Config) { Set-Content (Join-Path $userHome .aws config) $Config }
}

function Restore-Environment {
    Clear-ConnectionVariable
    foreach ($name in $environmentBefore.Keys) { Set-Item "env:$name" $environmentBefore[$name] }
}

# Runs a listing that must fail, and returns its error.
function Get-TheError {
    param([hashtable] $With = @{})

    $jobs = Get-BdrCustomizationJob -ErrorAction SilentlyContinue -ErrorVariable failure @With
    $jobs | Should -BeNullOrEmpty
    $failure.Count | Should -Be 1
    $failure[0]
}

$environmentBefore = @{}
foreach ($name in Get-ConnectionVariable) { $environmentBefore[$name] = [Environment]::GetEnvironmentVariable($name) }
