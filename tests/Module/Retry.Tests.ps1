# The number of attempts of a request, and clocks that are wrong.

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
    Restore-Environment
    Stop-LocalBedrock $service
}

Describe 'Retries' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_BEDROCK = $service.Url } -Config @"
[profile once]
$keyLines
max_attempts = 1
[profile twice]
$keyLines
max_attempts = 2
retry_mode = adaptive
[profile plain]
$keyLines
"@
        Reset-LocalBedrock $service
    }

    It 'are as many as AWS_MAX_ATTEMPTS says, at once after a change' {
        $env:AWS_MAX_ATTEMPTS = '2'
        Measure-Attempt | Should -Be 2
        $env:AWS_MAX_ATTEMPTS = '1'
        Measure-Attempt | Should -Be 1
        $env:AWS_MAX_ATTEMPTS = $null
        Measure-Attempt | Should -Be 3
    }

    It 'are as many as the profile in use says, where the environment doesn''t' {
        Measure-Attempt @{ ProfileName = 'once' } | Should -Be 1
        Measure-Attempt @{ ProfileName = 'twice' } | Should -Be 2
        $env:AWS_PROFILE = 'once'
        Measure-Attempt | Should -Be 1
        Measure-Attempt @{ ProfileName = 'plain' } | Should -Be 3
        $env:AWS_MAX_ATTEMPTS = '2'
        Measure-Attempt | Should -Be 2
        Measure-Attempt @{ ProfileName = 'once' } | Should -Be 2
    }

    It 'are made in the mode that AWS_RETRY_MODE or else the profile in use says, as the SDK tells the service' {
        $modes = foreach ($case in @{}, @{ AWS_RETRY_MODE = 'adaptive' }, @{ AWS_PROFILE = 'twice' }, @{ AWS_PROFILE = 'twice'; AWS_RETRY_MODE = 'standard' }, @{ AWS_RETRY_MODE = 'legacy' }) {
            $env:AWS_RETRY_MODE, $env:AWS_PROFILE = $case.AWS_RETRY_MODE, $case.AWS_PROFILE
            $null = Get-BdrCustomizationJob -ErrorAction Stop
            # The letter of a feature in User-Agent: E for standard, F for adaptive.
            @(Get-LocalBedrockRequest $service)[-1].userAgent -match ' m/[^ ]*\b(?<letter>[EF])\b' | Should -BeTrue
            $Matches.letter
        }

        $modes -join '' | Should -BeExactly EFFEE
    }

    It 'are refused where <Variable> is <Value>, which the message names with what is allowed' -TestCases @(
        @{ Variable = 'AWS_MAX_ATTEMPTS'; Value = 'abc'; Allowed = 'a whole number, 1 or greater' }
        @{ Variable = 'AWS_MAX_ATTEMPTS'; Value = '0'; Allowed = 'a whole number, 1 or greater' }
        @{ Variable = 'AWS_MAX_ATTEMPTS'; Value = '-1'; Allowed = 'a whole number, 1 or greater' }
        @{ Variable = 'AWS_RETRY_MODE'; Value = 'often'; Allowed = 'standard or adaptive' }
        @{ Variable = 'AWS_USE_FIPS_ENDPOINT'; Value = 'maybe'; Allowed = 'true or false' }
        @{ Variable = 'AWS_USE_DUALSTACK_ENDPOINT'; Value = '1'; Allowed = 'true or false' }
        @{ Variable = 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'; Value = 'yes'; Allowed = 'true or false' }
    ) {
        Set-Item "env:$Variable" $Value
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        $failure.CategoryInfo.Category | Should -Be InvalidArgument
        "$failure" | Should -BeLike "*$Variable is '$Value'. It takes $Allowed*"
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty

        # The session still works.
        Remove-Item "env:$Variable"
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }

    It 'are allowed without end' {
        $env:AWS_MAX_ATTEMPTS = '2147483647'
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }

    It 'are refused where a profile has <Line>, which the message names with file, section and line' -TestCases @(
        @{ Line = 'retry_mode = often'; Says = "is 'often'. It takes standard or adaptive" }
        @{ Line = 'max_attempts = 0'; Says = "is '0'. It takes a whole number, 1 or greater" }
        @{ Line = 'use_fips_endpoint = maybe'; Says = "is 'maybe'. It takes true or false" }
    ) {
        $config = Join-Path $userHome .aws config
        Set-Content $config "[profile faulty]`n$keyLines`n$Line"
        $failure = Get-TheError @{ ProfileName = 'faulty' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$($Line.Split(' ')[0]) in $config, section ``[profile faulty``], line 4 $Says*"
    }

    It 'take the legacy mode of other AWS tools as standard, where the Region comes from the same profile' {
        $env:AWS_REGION = $null
        Set-Content (Join-Path $userHome .aws config) "[default]`nregion = us-east-1`nretry_mode = legacy"
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
    }
}

Describe 'A clock that is off' {
    BeforeEach {
        Reset-Connection @{ AWS_REGION = 'us-east-1'; AWS_ENDPOINT_URL_BEDROCK = $service.Url }
        Reset-LocalBedrock $service
    }

    It 'is put right where one attempt is all that is allowed' {
        Set-LocalBedrockClock $service @{ skew = '00:30:00' }
        $env:AWS_MAX_ATTEMPTS = '1'
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
        @(Get-LocalBedrockRequest $service).status | Should -Be 403, 200
    }

    It 'is put right by the service''s, without an error, by <Skew>' -TestCases @(
        @{ Skew = '00:20:00' }
        @{ Skew = '01:00:00' }
        @{ Skew = '-01:00:00' }
        # After the SDK has corrected for a wrong clock, a right one is wrong for it. This value is last, for other tests.
        @{ Skew = '00:00:00' }
    ) {
        Set-LocalBedrockClock $service @{ skew = $Skew }
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
        Get-BdrCustomizationJob -ErrorAction Stop | Should -HaveCount 3
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.status | Should -Be 403, 200, 200
        $asked[0].errorType | Should -Be InvalidSignatureException
    }
}
