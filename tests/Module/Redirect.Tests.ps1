# Redirects: a request contains a signature and a session token, so no other host may receive it.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices
    # Another host. It would respond, and it records its requests.
    $other = Start-LocalBedrock -Jobs 9

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

Describe 'A redirect to another host' {
    BeforeEach {
        Reset-Identity
        Reset-LocalBedrock $other
    }

    It 'from Amazon Bedrock is an error, and the host gets no request: status <_>' -ForEach 301, 302, 303, 307, 308 {
        Set-EnvironmentKey $keys.base
        $env:AWS_SESSION_TOKEN = 'hunter2'
        Add-LocalBedrockFault $service @{
            beforeAuthentication = $true; count = $null; status = $_; body = ''
            headers = @{ Location = "$($other.Url)/model-customization-jobs?token=hunter2" }
        }
        $failure = Get-TheError
        Assert-Refused $failure "$($other.Url)/model-customization-jobs"
        $failure.Exception.StatusCode | Should -Be $_
        $asked = @(Get-LocalBedrockRequest $service)
        $asked.Count | Should -Be 1
        $failure.Exception.RequestId | Should -Be $asked[0].requestId
    }

    It 'from <From> is an error, and the host gets no request' -ForEach @(
        @{ From = 'the agent of a container'; Action = '/v2/credentials/1'; Set = { Set-ContainerEnvironment } }
        @{ From = 'the instance metadata service, for a session'; Action = '/latest/api/token'; Set = { Set-InstanceEnvironment } }
        @{ From = 'the instance metadata service, for the role'; Action = '/latest/meta-data/iam/security-credentials/'; Set = { Set-InstanceEnvironment } }
        @{ From = 'the instance metadata service, for the key'; Action = '/latest/meta-data/iam/security-credentials/trainer'; Set = { Set-InstanceEnvironment } }
        @{ From = 'the Security Token Service, for a role'; Action = 'AssumeRole'; Use = 'role' }
        @{ From = 'the Security Token Service, for a web identity'; Action = 'AssumeRoleWithWebIdentity'; Use = 'web' }
        @{ From = 'the portal of IAM Identity Center'; Action = '/federation/credentials'; Use = 'sso'; Set = { Set-SsoLogin } }
        @{ From = 'the login of IAM Identity Center'; Action = '/token'; Use = 'sso'; Set = { Set-SsoLogin -Lifetime '-01:00:00' -CanRefresh } }
    ) {
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base`n[profile web]`nrole_arn = $role`nweb_identity_token_file = $(New-WebIdentityFile)`n$(Get-SsoLine)"
        if ($Set) { . $Set }
        Set-LocalIdentitySetting $identity @{ failures = @{ $Action = @{ status = 307; location = "$($other.Url)/?token=hunter2" } } }
        Assert-Refused (Get-TheError ($Use ? @{ ProfileName = $Use } : @{})) "$($other.Url)/"
        @(Get-IdentityAction)[-1] | Should -Be $Action
        Get-LocalBedrockRequest $service | Should -BeNullOrEmpty
    }
}
