# The endpoint of requests, and that it doesn't change the Region of their signature. ConnectionTests.cs tests the rest.

BeforeDiscovery {
    # In order of precedence. Each source is tested with all later ones.
    $sources = @(
        @{ Source = 'parameter'; Shown = '-EndpointUrl' }
        @{ Source = 'AWS_ENDPOINT_URL_BEDROCK'; Shown = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ Source = 'AWS_ENDPOINT_URL'; Shown = 'AWS_ENDPOINT_URL' }
        @{ Source = 'section'; Shown = 'Profile ours' }
        @{ Source = 'profile'; Shown = 'Profile ours' }
    )
    $cases = foreach ($index in 0..($sources.Count - 1)) { $sources[$index] + @{ Present = $sources[$index..$sources.Count].Source } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)

    # A listener for each source.
    $listeners = @{}
    foreach ($source in 'parameter', 'AWS_ENDPOINT_URL_BEDROCK', 'AWS_ENDPOINT_URL', 'section', 'profile') {
        $listeners[$source] = Start-LocalBedrock -Jobs 2 -Options '--region', 'us-east-1,eu-west-1'
    }

    # The lines of the profile 'ours' for the sources that are present.
    function Get-ProfileLine {
        param([string[]] $Present)

        "[profile ours]`nregion = eu-west-1"
        $keyLines
        if ('section' -in $Present) { 'services = ours' }
        if ('profile' -in $Present) { "endpoint_url = $($listeners.profile.Url)" }
        if ('section' -in $Present) { "[services ours]`nbedrock =`n  endpoint_url = $($listeners.section.Url)" }
    }

    # The listeners that received requests, and the Regions of the requests.
    function Get-Arrival {
        foreach ($source in $listeners.Keys) {
            foreach ($request in Get-LocalBedrockRequest $listeners[$source]) { "$source $($request.region)" }
        }
    }
}

AfterAll {
    foreach ($listener in $listeners.Values) { Stop-LocalBedrock $listener }
}

Describe 'The endpoint' {
    BeforeEach {
        Reset-Connection
        foreach ($listener in $listeners.Values) { Reset-LocalBedrock $listener }
    }

    It 'is that of <Source>, whatever the later sources specify' -ForEach $cases {
        $env:AWS_PROFILE = 'other'
        Set-Content $configFile (@(Get-ProfileLine $Present) + "[profile other]`nendpoint_url = http://127.0.0.1:9")
        $parameters = @{ ProfileName = 'ours' }
        if ('parameter' -in $Present) { $parameters.EndpointUrl = $listeners.parameter.Url }
        foreach ($variable in $Present -like 'AWS_*') { Set-Item "env:$variable" $listeners[$variable].Url }

        $choices = (Get-BdrCustomizationJob @parameters -Debug 5>&1).Where({ $_ -is [Management.Automation.DebugRecord] })
        Get-Arrival | Should -Be "$Source eu-west-1"
        "$($choices[1])" | Should -BeLike "*: endpoint $($listeners[$Source].Url)*, from $Shown"
    }

    It 'is the same for each of several Regions, and requests are signed for their Region' {
        $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -EndpointUrl $listeners.parameter.Url
        $jobs.Count | Should -Be 4
        Get-Arrival | Sort-Object | Should -Be 'parameter eu-west-1', 'parameter us-east-1'
    }

    It 'follows a change within the session at once' {
        $env:AWS_REGION = 'us-east-1'
        $env:AWS_ENDPOINT_URL = $listeners.AWS_ENDPOINT_URL.Url
        (Get-BdrCustomizationJob).Count | Should -Be 2
        Get-Arrival | Should -Be 'AWS_ENDPOINT_URL us-east-1'
        $env:AWS_ENDPOINT_URL_BEDROCK = $listeners.AWS_ENDPOINT_URL_BEDROCK.Url
        (Get-BdrCustomizationJob).Count | Should -Be 2
        $env:AWS_ENDPOINT_URL = $env:AWS_ENDPOINT_URL_BEDROCK = $null
        foreach ($source in 'profile', 'section') {
            Set-Content $configFile "[default]`nendpoint_url = $($listeners[$source].Url)"
            (Get-BdrCustomizationJob).Count | Should -Be 2
        }

        Get-Arrival | Sort-Object | Should -Be 'AWS_ENDPOINT_URL us-east-1', 'AWS_ENDPOINT_URL_BEDROCK us-east-1', 'profile us-east-1', 'section us-east-1'
    }

    It 'is that of the Region or -EndpointUrl if AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true' {
        $env:AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true'
        $env:AWS_PROFILE = 'ours'
        Set-Content $configFile (Get-ProfileLine section, profile)
        $env:AWS_ENDPOINT_URL = $listeners.AWS_ENDPOINT_URL.Url

        # The pipeline ends with the message about the endpoint, before any request.
        $choices = Get-BdrCustomizationJob -Debug 5>&1 | Select-Object -First 3
        "$($choices[1])" | Should -BeLike '*: endpoint https://bedrock.eu-west-1.amazonaws.com/, from the Region'
        Get-BdrCustomizationJob -EndpointUrl $listeners.parameter.Url | Should -HaveCount 2
        Get-Arrival | Should -Be 'parameter eu-west-1'
    }

    It 'is rejected with its source if it is not a URL: <From>' -ForEach @(
        @{ From = 'AWS_ENDPOINT_URL_BEDROCK'; Variable = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ From = 'AWS_ENDPOINT_URL'; Variable = 'AWS_ENDPOINT_URL' }
        @{ From = 'endpoint_url in *config, section ?default?, line 2'; Config = "[default]`nendpoint_url = notaurl" }
        @{ From = 'endpoint_url in *config, section ?services x?, line 4'; Config = "[default]`nservices = x`n[services x]`nbedrock =`n  endpoint_url = notaurl" }
    ) {
        Reset-Connection @{ AWS_REGION = 'us-east-1' } -Config $Config
        if ($Variable) { Set-Item "env:$Variable" notaurl }
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*Endpoint from the environment or profile*: ${From}: *notaurl*"
    }

    It 'is rejected without its password' {
        $env:AWS_ENDPOINT_URL_BEDROCK = 'http://me:hunter2@127.0.0.1:9'
        $shown = Get-BdrCustomizationJob -Region us-east-1 -Verbose -Debug -ErrorVariable failure -ErrorAction Continue *>&1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        $shown + $failure | ForEach-Object { $_ | Format-List * -Force; "$($_.Exception)" } | Out-String -Width 1000 | Should -Not -BeLike '*hunter2*'
    }
}
