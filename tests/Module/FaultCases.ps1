# Makes the cases of Faults.Tests.ps1 from the rows of Faults.ps1: each is one command with a fault, once or lasting.

# The errors after which a wait continues until its time limit.
$temporary = 'Throttled', 'ServiceFault', 'ConnectionFailed', 'RequestTimedOut', 'MalformedResponse'

# Those that also pass before a place has answered.
$alwaysTemporary = 'Throttled', 'ServiceFault'

# The errors after which a listing requests the page again. If the fault lasts, that takes 15 seconds.
$requestedAgain = 'Throttled', 'ServiceFault', 'ConnectionFailed', 'RequestTimedOut'

$directions = 'east', 'west', 'north', 'south', 'central', 'northeast', 'northwest', 'southeast', 'southwest'

function Get-FaultCase {
    $number = 0
    foreach ($row in & (Join-Path $PSScriptRoot Faults.ps1)) {
        foreach ($command in @('List') + @($row.Also).Where({ $_ })) {
            foreach ($when in 'once', 'lasting') {
                $number++
                # A Region's number has two digits.
                $region = "us-$($directions[[Math]::Floor($number / 100)])-$($number % 100)"
                $isFirst = $command -ne 'List' -or $row.AtFirst -or $row.Connect
                $case = @{
                    Number   = $number
                    Command  = $command
                    Fault    = $row.Fault
                    When     = $when
                    Region   = $region
                    Path     = "/case-$number"
                    Connect  = $row.Connect
                    Tls      = [bool] $row.Tls
                    Expected = Get-Expected $row $command $when $isFirst
                    Script   = Get-Script $row $command $when $isFirst $region
                }
                # Only the time limit of an attempt ends it.
                $case.IsEndless = $case.Fault -match '^stalls (before|in)|a second'
                $case.Length = $when -eq 'lasting' -and $row.Lasting -in $requestedAgain ? 15 : 1
                $case
            }
        }
    }
}

function Get-Expected($Row, [string] $Command, [string] $When, [bool] $IsFirst) {
    $id = $Row[$When]
    if ($id -eq 'whole') { return 'whole' }
    if ($Command -eq 'List') { return "$id after $($IsFirst ? 0 : 4) jobs$($Row.GoesOn -eq $false ? '' : ', goes on')" }
    if ($Command -ne 'Wait' -or $id -notin ($Row.Connect ? $alwaysTemporary : $temporary)) { return $id }
    $When -eq 'once' ? 'whole' : 'WaitTimedOut'
}

function Get-Script($Row, [string] $Command, [string] $When, [bool] $IsFirst, [string] $Region) {
    if ($Row.Connect) { return $null }
    $script = @{ region = $Region; skip = $Command -eq 'Wait' ? 1 : $IsFirst ? 0 : 2; count = $When -eq 'once' ? 1 : $null }
    if ($Command -eq 'Stop') { $script.operation = 'StopModelCustomizationJob' }
    if ($Row.Reply) { return $script + $Row.Reply }
    $script.raw = $Row.Bytes.Replace('|', "`r`n")
    if ($Row.End) { $script.connection = $Row.End }
    if ($Row.Pause) { $script.bytePause = $Row.Pause }
    $script
}
