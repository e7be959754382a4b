# Redirects: a request contains a signature and a session token, so no other host may receive it.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices
    # Another host. It would respond, and it records its requests.
    $other = Start-LocalBedrock -Jobs 9
    $role = 'arn:aws:iam::444455556666:role/trainer'

    function Assert-Refused {
        param($Failure, [string] $Location)

        $Failure.FullyQualifiedErrorId | Should -BeLike 'MalformedResponse,*'
        $Failure.CategoryInfo.Category | Should -Be ProtocolError
        "$Failure" | Should -BeLike "*redirects to $Location*redirects are not followed*"
        "$Failure" | Should -Not -BeLike '*hunter2*'
        Get-LocalBedrockRequest $other | Should -BeNullOrEmpty
    }
}

AfterAll {
    Stop-LocalBedrock $other
    Stop-IdentityServices
}

Describe 'A reply that points elsewhere' {
    BeforeEach {
        Reset-Identity
        Reset-LocalBedrock $other
    }

    It 'is rejected from Amazon Bedrock, with status <Status>, and the other host gets no request' -TestCases @(
        301, 302, 303, 307, 308 | ForEach-Object { @{ Status = $_ } }
    ) {
        Set-EnvironmentKey $keys.base
        $env:AWS_SESSION_TOKEN = 'hunter2'
        Add-LocalBedrockFault $service @{
            beforeAuthentication = $true; count = $null; status = $Status; body = ''
            headers = @{ Location = "$($other.Url)/model-customization-jobs?token=hunter2" }
        }
        $failure = Get-TheError
        Assert-Refused $failure "$($other.Url)/model-customization-jobs"
        $failure.Exception.StatusCode | Should -Be $Status
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.Count | Should -Be 1
        $failure.Exception.RequestId | Should -Be $asked[0].requestId
    }

    It 'is refused where it points to <Location>' -TestCases @(
        @{ Location = 'file:///etc/passwd'; Says = '*redirects to file:///etc/passwd, *' }
        @{ Location = 'http://[no-address'; Says = '*redirects to http://?no-address, *' }
        @{ Location = '::garbage::'; Says = '*redirects to *garbage*' }
        @{ Location = '/elsewhere'; Says = '*redirects to http://127.0.0.1*/elsewhere, *' }
        @{ Location = ''; Says = '*redirect without a target*' }
    ) {
        Set-EnvironmentKey $keys.base
        Add-LocalBedrockFault $service @{ count = $null; status = 302; body = ''; headers = @{ Location = $Location } }
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'MalformedResponse,*'
        "$failure" | Should -BeLike $Says
        @(Get-LocalBedrockRequest $service).Count | Should -Be 1
    }

    It 'is rejected from the agent of a container, and the other host gets no request' {
        Set-ContainerEnvironment
        Set-LocalIdentitySetting $identity @{ failures = @{ '/v2/credentials/1' = @{ status = 302; location = "$($other.Url)/?token=hunter2" } } }
        Assert-Refused (Get-TheError) "$($other.Url)/"
        Get-IdentityAction | Should -Be '/v2/credentials/1'
    }

    It 'is rejected from the instance metadata service, and the other host gets no request: <Action>' -TestCases @(
        @{ Action = '/latest/api/token' }
        @{ Action = '/latest/meta-data/iam/security-credentials/' }
        @{ Action = '/latest/meta-data/iam/security-credentials/trainer' }
    ) {
        Set-InstanceEnvironment
        Set-LocalIdentitySetting $identity @{ failures = @{ $Action = @{ status = 307; location = "$($other.Url)/" } } }
        Assert-Refused (Get-TheError) "$($other.Url)/"
        $Action | Should -BeIn (Get-IdentityAction)
    }

    It 'is rejected from <From>, and the other host gets no request' -TestCases @(
        @{ From = 'the Security Token Service, for a role'; Action = 'AssumeRole'; Profile = 'role' }
        @{ From = 'the Security Token Service, for a web identity'; Action = 'AssumeRoleWithWebIdentity'; Profile = 'web' }
        @{ From = 'the portal of IAM Identity Center'; Action = '/federation/credentials'; Profile = 'sso' }
        @{ From = 'its OpenID Connect service'; Action = '/token'; Profile = 'sso'; LoginOver = $true }
    ) {
        Set-Content $configFile @"
[profile base]
$(Get-KeyLine $keys.base)
[profile role]
role_arn = $role
source_profile = base
[profile web]
role_arn = $role
web_identity_token_file = $(New-WebIdentityFile)
$(Get-SsoLine)
"@
        Set-SsoLogin -Lifetime ($LoginOver ? '-01:00:00' : '01:00:00') -CanRefresh
        Set-LocalIdentitySetting $identity @{ failures = @{ $Action = @{ status = 307; location = "$($other.Url)/?token=hunter2" } } }
        Assert-Refused (Get-TheError @{ ProfileName = $Profile }) "$($other.Url)/"
        Get-IdentityAction | Should -Be $Action
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }
}
