# Keys that expire during a listing.

BeforeDiscovery {
    $renewable = @(
        @{ Kind = 'a role'; Set = { Set-DefaultRole } }
        @{ Kind = 'a web identity'; Set = { Set-WebIdentityEnvironment } }
        @{ Kind = 'a container'; Set = { Set-ContainerEnvironment } }
        @{ Kind = 'an instance'; Set = { Set-InstanceEnvironment } }
        @{ Kind = 'IAM Identity Center'; Set = { Set-SsoLogin; Set-Content $configFile (Get-SsoLine).Replace('[profile sso]', '[default]') } }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices -Jobs 24 -Setting @{ roles = $guardedRole }

    function Set-DefaultRole {
        Set-Content $configFile "[default]`nrole_arn = $role`nsource_profile = base"
    }

    # The names of all jobs, from a listing of many pages in a pipeline that runs longer than the key is valid.
    $slowListing = 'Get-BdrCustomizationJob -PageSize 3 -ErrorAction Stop | ForEach-Object { Start-Sleep -Milliseconds 40; $_ }'
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A key that expires during a listing' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
    }

    It 'is renewed before it expires: <Kind>' -ForEach $renewable[0] {
        # The SDK treats a key as expired one minute before its end, so this key is valid for less than a second.
        Set-LocalIdentitySetting $identity @{ lifetime = '00:01:00.6' }
        . $Set
        $jobs = Invoke-Expression $slowListing
        @($jobs.JobArn | Sort-Object -Unique).Count | Should -Be 24
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.status | Sort-Object -Unique | Should -Be 200
        @($asked.accessKeyId | Sort-Object -Unique).Count | Should -BeGreaterThan 1
    }

    It 'is renewed if only the service knows that it has expired: <Kind>' -ForEach $renewable {
        $newest = (Get-BdrCustomizationJob -First 1 -Credential (New-Credential $keys.other)).JobArn
        Reset-LocalBedrock $service
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        . $Set
        $jobs = Invoke-Expression $slowListing | ForEach-Object {
            # A container and an instance keep their key. From here on, they have another one.
            if ($_.JobArn -eq $newest) { Set-LocalIdentitySetting $identity @{ lifetime = '02:00:00' } }
            $_
        }
        $jobs.Count | Should -Be 24
        @($jobs.JobArn | Sort-Object -Unique).Count | Should -Be 24
        $asked = @(Get-LocalBedrockRequest $service)
        $refused = @($asked | Where-Object status -NE 200)
        $refused.errorType | Sort-Object -Unique | Should -Be ExpiredTokenException
        @($asked.accessKeyId | Sort-Object -Unique).Count | Should -Be ($refused.Count + 1)
    }

    It 'is renewed with another code of the MFA device' {
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        Set-Content $configFile $guardedLines.Replace('profile guarded', 'default')
        $jobs = Invoke-Answered 246810 $slowListing
        $jobs.Count | Should -Be 24
        $user.Questions.Count | Should -BeGreaterThan 1
        $user.Questions.Count | Should -Be @(Get-LocalIdentityRequest $identity).Count
    }

    It 'is an error after one renewal if the new key has expired too' {
        Set-LocalIdentitySetting $identity @{ validFor = '-00:00:01' }
        Set-DefaultRole
        (Get-TheError).FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        @(Get-LocalBedrockRequest $service).Count | Should -Be 2
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole
    }

    It 'is renewed once, and the next command uses the new key' {
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        Set-DefaultRole
        $jobs = Get-BdrCustomizationJob -PageSize 3 -ErrorAction Stop | ForEach-Object {
            Set-LocalIdentitySetting $identity @{ validFor = $null }
            Start-Sleep -Milliseconds 60
            $_
        }
        $jobs.Count | Should -Be 24
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole

        @(Get-BdrCustomizationJob).Count | Should -Be 24
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole
    }

    It 'is renewed once for all concurrent requests' {
        $arns = @((Get-BdrCustomizationJob -First 17 -Credential (New-Credential $keys.other)).JobArn)
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        Set-DefaultRole
        $jobs = & {
            $arns[0]
            Start-Sleep -Milliseconds 800
            Set-LocalIdentitySetting $identity @{ validFor = $null }
            , $arns[1..16]
        } | Get-BdrCustomizationJob -ErrorAction Stop
        $jobs.JobArn | Should -Be $arns
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole
    }

    It 'is an error that names the command for a login if the login has expired' {
        Set-Content $configFile (Get-SsoLine).Replace('[profile sso]', '[default]')
        Set-SsoLogin
        Set-LocalIdentitySetting $identity @{ validFor = '00:00:00.6' }
        $jobs = Get-BdrCustomizationJob -PageSize 3 -ErrorAction SilentlyContinue -ErrorVariable failure | ForEach-Object {
            Set-LocalIdentitySetting $identity @{ ssoRefused = $true }
            Start-Sleep -Milliseconds 200
            $_
        }
        $jobs.Count | Should -BeLessThan 24
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        "$($failure[0])" | Should -BeLike '*aws sso login --profile default.'
        $failure[0].TargetObject.NextToken | Should -Not -BeNullOrEmpty
    }
}
