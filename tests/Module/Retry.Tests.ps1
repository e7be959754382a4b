# The number of attempts of a request, and clocks that are wrong. ConfiguredSettingsTests.cs tests the values of the settings.

BeforeAll {
    . (Join-Path $PSScriptRoot ConnectionSession.ps1)
    $service = Start-LocalBedrock -Jobs 3

    # The number of requests of a throttled listing until it fails.
    function Measure-Attempt {
        param([hashtable] $With = @{})

        Reset-LocalBedrock $service
        Add-LocalBedrockFault $service @{ errorType = 'ThrottlingException'; message = 'Rate exceeded'; count = $null }
        (Get-TheError $With).FullyQualifiedErrorId | Should -BeLike 'Throttled,*'
        @(Get-LocalBedrockRequest $service).Count
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'Retries' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_BEDROCK = $service.Url } -Config @"
[profile once]
max_attempts = 1
$($keyLines -join "`n")
[profile twice]
max_attempts = 2
retry_mode = adaptive
$($keyLines -join "`n")
[profile faulty]
retry_mode = often
$($keyLines -join "`n")
"@
        Reset-LocalBedrock $service
    }

    It 'are as many as AWS_MAX_ATTEMPTS or else the current profile specifies, at once after a change' {
        Measure-Attempt | Should -Be 3
        Measure-Attempt @{ ProfileName = 'once' } | Should -Be 1
        $env:AWS_PROFILE = 'twice'
        Measure-Attempt | Should -Be 2
        $env:AWS_MAX_ATTEMPTS = '1'
        Measure-Attempt | Should -Be 1
        $env:AWS_MAX_ATTEMPTS = '2'
        Measure-Attempt @{ ProfileName = 'once' } | Should -Be 2
    }

    It 'are made in the mode of AWS_RETRY_MODE or else the current profile, as the SDK tells the service' {
        $modes = foreach ($case in @{}, @{ AWS_RETRY_MODE = 'adaptive' }, @{ AWS_PROFILE = 'twice' }, @{ AWS_PROFILE = 'twice'; AWS_RETRY_MODE = 'standard' }, @{ AWS_RETRY_MODE = 'legacy' }) {
            $env:AWS_RETRY_MODE, $env:AWS_PROFILE = $case.AWS_RETRY_MODE, $case.AWS_PROFILE
            $null = Get-BdrCustomizationJob -ErrorAction Stop
            # The letter of a feature in User-Agent: E for standard, F for adaptive.
            @(Get-LocalBedrockRequest $service)[-1].userAgent -match ' m/[^ ]*\b(?<letter>[EF])\b' | Should -BeTrue
            $Matches.letter
        }

        $modes -join '' | Should -BeExactly EFFEE
    }

    It 'can have the legacy mode of other AWS tools in the profile of the Region' {
        $env:AWS_REGION = $null
        Set-Content $configFile "[default]`nregion = us-east-1`nretry_mode = legacy"
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }

    It 'can be without end' {
        $env:AWS_MAX_ATTEMPTS = '2147483647'
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }

    It 'have settings whose invalid values are rejected before any request, and do not affect later commands' {
        $env:AWS_MAX_ATTEMPTS = 'abc'
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        $failure.CategoryInfo.Category | Should -Be InvalidArgument
        "$failure" | Should -BeLike "*AWS_MAX_ATTEMPTS is 'abc'. It takes a whole number, 1 or greater*"
        $env:AWS_MAX_ATTEMPTS = $null
        "$(Get-TheError @{ ProfileName = 'faulty' })" | Should -BeLike "*retry_mode in $configFile, section ``[profile faulty``], line 11 is 'often'. It takes standard or adaptive*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }
}

Describe 'A wrong clock' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Reset-LocalBedrock $service
    }

    It 'is corrected by that of the service, even if only one attempt is allowed: <Skew>' -ForEach @(
        @{ Skew = '00:20:00'; Attempts = '1' }
        @{ Skew = '01:00:00' }
        @{ Skew = '-01:00:00' }
        # After the SDK has corrected for a wrong clock, a right one is wrong for it. This value is last, for other tests.
        @{ Skew = '00:00:00' }
    ) {
        $env:AWS_MAX_ATTEMPTS = $Attempts
        Set-LocalBedrockClock $service @{ skew = $Skew }
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.status | Should -Be 403, 200, 200
        $asked[0].errorType | Should -Be InvalidSignatureException
    }
}
