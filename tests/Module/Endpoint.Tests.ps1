# The endpoint of requests, and that it doesn't change the Region of their signature.

BeforeDiscovery {
    # In order of precedence. Each source is tested with all later ones.
    $sources = @(
        @{ Source = 'parameter'; Shown = '-EndpointUrl' }
        @{ Source = 'AWS_ENDPOINT_URL_BEDROCK'; Shown = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ Source = 'AWS_ENDPOINT_URL'; Shown = 'AWS_ENDPOINT_URL' }
        @{ Source = 'section'; Shown = 'Profile ours' }
        @{ Source = 'profile'; Shown = 'Profile ours' }
    )
    $cases = foreach ($index in 0..($sources.Count - 1)) {
        foreach ($named in '-ProfileName', 'AWS_PROFILE') {
            $sources[$index] + @{ Named = $named; Present = $sources[$index..$sources.Count].Source }
        }
    }
}

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)

    # A listener for each source.
    $listeners = @{}
    foreach ($source in 'parameter', 'AWS_ENDPOINT_URL_BEDROCK', 'AWS_ENDPOINT_URL', 'section', 'profile') {
        $listeners[$source] = Start-LocalBedrock -Jobs 2 -Options '--region', 'us-east-1,eu-west-1'
    }

    # The lines of the profile 'ours', or of another one, for the sources that are present.
    function Get-ProfileLine {
        param([string[]] $Present, [string] $Name = 'ours', [string] $More)

        "[profile $Name]`nregion = eu-west-1`n$keyLines`n$More"
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

    # The messages of -Debug about the connection.
    function Get-Choice {
        param([hashtable] $With = @{})

        $written = Get-BdrCustomizationJob @With -Debug 5>&1
        $written.Where({ $_ -is [Management.Automation.DebugRecord] }, 'First', 3) | ForEach-Object { "$_" }
    }
}

AfterAll {
    Restore-Environment
    foreach ($listener in $listeners.Values) { Stop-LocalBedrock $listener }
}

Describe 'The endpoint' {
    BeforeEach {
        Reset-Connection
        foreach ($listener in $listeners.Values) { Reset-LocalBedrock $listener }
    }

    It 'is that of <Source>, whatever the later ones say, with a profile by <Named>' -TestCases $cases {
        $parameters = @{}
        if ($Named -eq 'AWS_PROFILE') { $env:AWS_PROFILE = 'ours' } else { $parameters.ProfileName = 'ours'; $env:AWS_PROFILE = 'other' }
        Set-Content (Join-Path $userHome .aws config) (@(Get-ProfileLine $Present) + "[profile other]`nendpoint_url = http://127.0.0.1:9")
        if ('parameter' -in $Present) { $parameters.EndpointUrl = $listeners.parameter.Url }
        foreach ($variable in $Present -like 'AWS_*') { Set-Item "env:$variable" $listeners[$variable].Url }

        $choices = Get-Choice $parameters
        Get-Arrival | Should -Be "$Source eu-west-1"
        $choices[0] | Should -BeLike '*: Region eu-west-1, from Profile ours'
        $choices[2] | Should -BeLike ($Named -eq 'AWS_PROFILE' ? '*: credentials AKIA*MPLE, from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY' : '*: credentials AKIA*MPLE, from Profile ours')
        $choices[1] | Should -BeLike "*: endpoint $($listeners[$Source].Url)*, from $Shown"
    }

    It 'is signed for each Region' {
        $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -EndpointUrl $listeners.parameter.Url
        $jobs.Count | Should -Be 4
        Get-Arrival | Sort-Object | Should -Be 'parameter eu-west-1', 'parameter us-east-1'
    }

    It 'is written by -Debug with Region and credentials, each with its source' {
        $env:AWS_REGION = 'eu-west-1'
        $choices = Get-Choice @{ EndpointUrl = $listeners.parameter.Url }
        $choices | Should -Be @(
            'eu-west-1: Region eu-west-1, from AWS_REGION'
            "eu-west-1: endpoint $($listeners.parameter.Url)/, from -EndpointUrl"
            "eu-west-1: credentials AKIA$([char]0x2026)MPLE, from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"
        )
        "$choices" | Should -Not -BeLike "*$env:AWS_SECRET_ACCESS_KEY*"
    }

    It 'follows a change within the session at once' {
        $env:AWS_REGION = 'us-east-1'
        $env:AWS_ENDPOINT_URL = $listeners.AWS_ENDPOINT_URL.Url
        (Get-BdrCustomizationJob).Count | Should -Be 2
        Get-Arrival | Should -Be 'AWS_ENDPOINT_URL us-east-1'
        $env:AWS_ENDPOINT_URL_BEDROCK = $listeners.AWS_ENDPOINT_URL_BEDROCK.Url
        (Get-BdrCustomizationJob).Count | Should -Be 2
        $env:AWS_ENDPOINT_URL = $env:AWS_ENDPOINT_URL_BEDROCK = $null
        Set-Content (Join-Path $userHome .aws config) "[default]`nendpoint_url = $($listeners.profile.Url)"
        (Get-BdrCustomizationJob).Count | Should -Be 2
        Set-Content (Join-Path $userHome .aws config) "[default]`nendpoint_url = $($listeners.section.Url)"
        (Get-BdrCustomizationJob).Count | Should -Be 2
        Get-Arrival | Sort-Object | Should -Be 'AWS_ENDPOINT_URL us-east-1', 'AWS_ENDPOINT_URL_BEDROCK us-east-1', 'profile us-east-1', 'section us-east-1'
    }

    It 'is not a configured one where <Where> says so, with a profile by <Named>' -TestCases @(
        foreach ($named in '-ProfileName', 'AWS_PROFILE') {
            @{ Where = 'the environment'; Named = $named }
            @{ Where = 'the profile'; Named = $named }
        }
    ) {
        $parameters = @{}
        if ($Named -eq 'AWS_PROFILE') { $env:AWS_PROFILE = 'ours' } else { $parameters.ProfileName = 'ours' }
        $more = if ($Where -eq 'the profile') { 'ignore_configured_endpoint_urls = true' } else { $env:AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true' }
        Set-Content (Join-Path $userHome .aws config) (Get-ProfileLine section, profile -More $more)
        $env:AWS_ENDPOINT_URL = $listeners.AWS_ENDPOINT_URL.Url

        # The pipeline ends with the message about the endpoint, before any request.
        $choices = Get-BdrCustomizationJob @parameters -Debug 5>&1 | Select-Object -First 3
        "$($choices[1])" | Should -BeLike '*: endpoint https://bedrock.eu-west-1.amazonaws.com/, from the Region'
        Get-BdrCustomizationJob @parameters -EndpointUrl $listeners.parameter.Url | Should -HaveCount 2
        Get-Arrival | Should -Be 'parameter eu-west-1'
    }

    It 'is rejected if it is not a URL: <From>' -TestCases @(
        @{ From = 'AWS_ENDPOINT_URL_BEDROCK' }
        @{ From = 'AWS_ENDPOINT_URL' }
        @{ From = 'endpoint_url in *config, section ?default?, line 2'; Config = "[default]`nendpoint_url = notaurl" }
        @{ From = 'endpoint_url in *config, section ?services x?, line 4'; Config = "[default]`nservices = x`n[services x]`nbedrock =`n  endpoint_url = notaurl" }
    ) {
        $env:AWS_REGION = 'us-east-1'
        if ($Config) { Set-Content (Join-Path $userHome .aws config) $Config } else { Set-Item "env:$From" notaurl }
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*Endpoint from the environment or profile*: ${From}: *notaurl*"
    }

    It 'is rejected as a parameter if it is <What>, before any request' -TestCases @(
        @{ What = 'no address'; Url = 'notaurl'; Says = "*'EndpointUrl'*'notaurl' is not an endpoint*https://*" }
        @{ What = 'of no web'; Url = 'ftp://127.0.0.1'; Says = "*'EndpointUrl'*'ftp://127.0.0.1' is not an endpoint*" }
        @{ What = 'with a password'; Url = 'http://me:hunter2@127.0.0.1'; Says = "*'EndpointUrl'*user name or password*" }
    ) {
        $failure = { Get-BdrCustomizationJob -EndpointUrl $Url -Region us-east-1 } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        "$failure" | Should -BeLike $Says
        "$failure" | Should -Not -BeLike '*hunter2*'
    }
}
