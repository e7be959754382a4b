# What the pictures of the README show: the command, the window, and the jobs. The pictures and their tests share it.

Set-StrictMode -Version Latest

$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $root tests LocalBedrock LocalBedrock.psm1)

# Jobs that still run show how long they have run, to the minute. Their ages lie between two minutes, so that a picture
# comes out the same whenever it is made.
$scenes = @(
    @{
        Name    = 'table'
        Title   = 'Model-customization jobs as a table'
        Command = 'Get-BdrCustomizationJob -Status Completed, Failed, Stopped -First 8'
        Width   = 110
        Options = '--jobs', '40', '--seed', '1', '--now', '2026-11-25T09:00:00Z', '--speed', '0'
        Jobs    = @()
        # Taken at the end.
        Until   = $null
    }
    @{
        Name    = 'wait'
        Title   = 'The progress of a wait for three jobs, one of which has ended'
        Command = 'Wait-BdrCustomizationJob claims-v8, claims-v9, search-v3 | ForEach-Object { "$($_.JobName): $($_.Status)" }'
        Width   = 115
        Options = @()
        Jobs    = @(
            @{ jobName = 'claims-v8'; age = '05:00:00'; status = 'Completed' }
            @{ jobName = 'claims-v9'; age = '01:35:30'; validationEndsAt = '00:05:00'; dataProcessingEndsAt = '00:20:00'; endsAt = '2.00:00:00' }
            @{ jobName = 'search-v3'; age = '03:20:30'; validationEndsAt = '00:05:00'; dataProcessingEndsAt = '1.00:00:00'; endsAt = '2.00:00:00' }
        )
        Until   = '(?s)claims-v9 \[.+\].*search-v3 \[.+\]'
    }
)

<#
.SYNOPSIS
    The scenes, or the one of a name.
#>
function Get-Scene {
    param([string] $Name = '*')

    $scenes | Where-Object Name -Like $Name
}

<#
.SYNOPSIS
    Starts LocalBedrock with the jobs of a scene, and returns it.
#>
function Start-SceneService {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [hashtable] $Scene)

    if ($PSCmdlet.ShouldProcess($Scene.Name)) {
        $service = Start-LocalBedrock -Jobs 0 -Options $Scene.Options
        $jobs = foreach ($job in $Scene.Jobs) {
            $posted = $job.Clone()
            $posted.Remove('age')
            $posted + @{ creationTime = ([datetime]::UtcNow - [timespan] $job.age).ToString('o') }
        }
        if ($jobs) { Add-LocalBedrockJob $service @($jobs) }
        $service
    }
}

Export-ModuleMember -Function Get-Scene, Start-SceneService
