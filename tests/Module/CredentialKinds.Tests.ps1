# Each kind of credentials: they sign the listing, and the service that issues them gets the expected requests.

BeforeDiscovery {
    # Lines:      the config file. ROLE is the ARN of a role, and [base] a profile with a key.
    # Actions:    the requests to the service that issues keys. The reply to the last one contains the key that signs.
    # SignedBy:   the key that signs the last request: a name in $keys, or 'issued' for that of the request before
    # Parameters: inputs of the last request
    $assumed = "[profile p]`nrole_arn = ROLE`n"
    $instance = '/latest/meta-data/iam/security-credentials/', '/latest/meta-data/iam/security-credentials/trainer'
    $issued = @(
        @{ Kind = 'a role of a source profile'; Lines = "${assumed}source_profile = base"; Actions = 'AssumeRole'; SignedBy = 'base'; Parameters = @{ RoleArn = 'ROLE' } }
        @{ Kind = 'a chain of roles'; Lines = "${assumed}source_profile = second`n[profile second]`nrole_arn = arn:aws:iam::111122223333:role/second`nsource_profile = third`n[profile third]`nrole_arn = arn:aws:iam::111122223333:role/third`nsource_profile = base"; Actions = @('AssumeRole') * 3; SignedBy = 'issued'; Parameters = @{ RoleArn = 'ROLE' } }
        @{ Kind = 'a role with an external ID, a session name, and a duration'; Lines = "[profile p]`nrole_arn = arn:aws:iam::444455556666:role/partner`nsource_profile = base`nexternal_id = contract-7`nrole_session_name = nightly-report`nduration_seconds = 1800"; Actions = 'AssumeRole'; SignedBy = 'base'; Parameters = @{ ExternalId = 'contract-7'; RoleSessionName = 'nightly-report'; DurationSeconds = '1800' } }
        @{ Kind = 'a role with credential_source = Environment and an external ID'; Set = { Set-EnvironmentKey $keys.other }; Lines = "[profile p]`nrole_arn = arn:aws:iam::444455556666:role/partner`ncredential_source = Environment`nexternal_id = contract-7"; Actions = 'AssumeRole'; SignedBy = 'other'; Parameters = @{ ExternalId = 'contract-7' } }
        @{ Kind = 'a role with credential_source = EcsContainer'; Set = { Set-ContainerEnvironment }; Lines = "${assumed}credential_source = EcsContainer"; Actions = '/v2/credentials/1', 'AssumeRole'; SignedBy = 'issued' }
        @{ Kind = 'a role with credential_source = Ec2InstanceMetadata'; Set = { Set-InstanceEnvironment }; Lines = "${assumed}credential_source = Ec2InstanceMetadata"; Actions = $instance + 'AssumeRole'; SignedBy = 'issued' }
        @{ Kind = 'a web identity in a profile'; Set = { $null = New-WebIdentityFile }; Lines = "${assumed}web_identity_token_file = HOME/web-token`nrole_session_name = pod-7"; Actions = 'AssumeRoleWithWebIdentity'; Parameters = @{ RoleArn = 'ROLE'; RoleSessionName = 'pod-7' } }
        @{ Kind = 'a web identity in the environment'; Set = { Set-WebIdentityEnvironment; $env:AWS_ROLE_SESSION_NAME = 'pod-8' }; Actions = 'AssumeRoleWithWebIdentity'; Parameters = @{ RoleArn = 'ROLE'; RoleSessionName = 'pod-8' } }
        @{ Kind = 'a container with a token in the environment'; Set = { Set-ContainerEnvironment }; Actions = '/v2/credentials/1' }
        @{ Kind = 'a container with a token in a file'; Actions = '/v2/credentials/1'; Set = {
                Set-ContainerEnvironment
                $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = Join-Path $userHome container-token
                Set-Content $env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE $env:AWS_CONTAINER_AUTHORIZATION_TOKEN -NoNewline
                $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = $null
            } }
        @{ Kind = 'an instance'; Set = { Set-InstanceEnvironment }; Actions = $instance }
        # A profile without credentials leaves them to where the command runs.
        @{ Kind = 'a container, with -ProfileName for a Region'; Set = { Set-ContainerEnvironment; Set-EnvironmentKey $keys.other }; Lines = "[profile p]`nregion = us-east-1"; Actions = '/v2/credentials/1' }
        @{ Kind = 'an instance, with -ProfileName for a Region'; Set = { Set-InstanceEnvironment; Set-EnvironmentKey $keys.other }; Lines = "[profile p]`nregion = us-east-1"; Actions = $instance }
        $account = "sso_account_id = 444455556666`nsso_role_name = trainer`n"
        $session = "[sso-session corp]`nsso_region = us-east-1`nsso_start_url = START`n"
        $byPortal = @{ account_id = '444455556666'; role_name = 'trainer' }
        @{ Kind = 'IAM Identity Center with an sso-session'; Set = { Set-SsoLogin }; Lines = "[profile p]`nsso_session = corp`n$account$session"; Actions = '/federation/credentials'; Parameters = $byPortal }
        @{ Kind = 'IAM Identity Center with an sso-session and a services section in quotation marks'; Set = { Set-SsoLogin -Session 'My Corp'; $env:AWS_ENDPOINT_URL_BEDROCK = $null }; Lines = "[profile p]`nsso_session = My Corp`nservices = x y`n$account$($session.Replace('corp', '"My Corp"'))[services 'x y']`nbedrock =`n  endpoint_url = BEDROCK"; Actions = '/federation/credentials'; Parameters = $byPortal }
        @{ Kind = 'IAM Identity Center without an sso-session'; Set = { Set-SsoLogin -Session $startUrl }; Lines = "[profile p]`nsso_start_url = START`nsso_region = us-east-1`n$account"; Actions = '/federation/credentials'; Parameters = $byPortal }
        @{ Kind = 'IAM Identity Center, whose expired login can be renewed'; Set = { Set-SsoLogin -AccessToken expired -Lifetime '-00:10:00' -CanRefresh }; Lines = "[profile p]`nsso_session = corp`n$account$session"; Actions = '/token', '/federation/credentials'; Parameters = $byPortal }
        @{ Kind = 'a role of IAM Identity Center'; Set = { Set-SsoLogin }; Lines = "${assumed}source_profile = sso`n[profile sso]`nsso_session = corp`n$account$session"; Actions = '/federation/credentials', 'AssumeRole'; SignedBy = 'issued' }
    )

    # Where a profile has several kinds of credentials, the one that the AWS CLI chooses.
    $other = '[profile q]', 'OTHER' -join "`n"
    $choices = @(
        @{ What = 'mfa_serial beside a key'; Lines = "[profile p]`nOTHER`nmfa_serial = arn:aws:iam::111122223333:mfa/me"; Actions = @() }
        @{ What = 'mfa_serial beside the key of the source profile'; Lines = "${assumed}source_profile = q`n$other`nmfa_serial = arn:aws:iam::111122223333:mfa/me"; Actions = 'AssumeRole' }
        @{ What = 'a key beside a role with a source profile'; Lines = "${assumed}source_profile = q`nOTHER`n$other"; Actions = 'AssumeRole' }
        @{ What = 'a key beside a role whose source profile is the same'; Lines = "${assumed}source_profile = p`nOTHER"; Actions = 'AssumeRole' }
        @{ What = 'a source profile with a key and a role of its own'; Lines = "${assumed}source_profile = q`n$other`nrole_arn = arn:aws:iam::444455556666:role/unwanted`nsource_profile = base"; Actions = 'AssumeRole' }
        @{ What = 'a role beside IAM Identity Center'; Lines = "${assumed}source_profile = q`nsso_account_id = 444455556666`nsso_role_name = other`nsso_region = us-east-1`nsso_start_url = x`n$other"; Actions = 'AssumeRole' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices -Jobs 40 -Setting @{
        roles = $guardedRole + @{ 'arn:aws:iam::444455556666:role/partner' = @{ externalId = 'contract-7' } }
    }

    # Writes the AWS files of a case. Returns the parameters that name its profile.
    function Set-Case {
        param([string] $Lines, [scriptblock] $Set)

        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
        if ($Set) { . $Set }
        if (-not $Lines) { return @{} }
        Set-Content $configFile $Lines.Replace('ROLE', $role).Replace('HOME', $userHome).Replace('START', $startUrl).Replace('BEDROCK', $service.Url).Replace('OTHER', (Get-KeyLine $keys.other))
        @{ ProfileName = 'p' }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A key that no service issues' {
    BeforeEach {
        Reset-Identity
    }

    AfterEach {
        Get-LocalIdentityRequest $identity | Should -BeNullOrEmpty
    }

    It 'signs if it is in the environment' {
        Set-EnvironmentKey $keys.other
        Get-Signer | Should -Be $keys.other.Id
    }

    It 'signs if it is in a profile of either file' {
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
        Set-Content $configFile (@('[profile other]') + (Get-KeyLine $keys.other))
        Get-Signer @{ ProfileName = 'base' } | Should -Be $keys.base.Id
        Get-Signer @{ ProfileName = 'other' } | Should -Be $keys.other.Id
    }

    It 'signs if credential_process prints it, and each command runs the program again' {
        $json = Join-Path $userHome 'key.json'
        Set-Content $configFile "[profile program]`ncredential_process = $($IsWindows ? 'cmd /c type' : 'cat') $json"
        foreach ($key in $keys.other, $keys.base) {
            ConvertTo-Json @{ Version = 1; AccessKeyId = $key.Id; SecretAccessKey = $key.Secret } | Set-Content $json
            Get-Signer @{ ProfileName = 'program' } | Should -Be $key.Id
        }
    }
}

Describe 'A temporary key' {
    BeforeEach {
        Reset-Identity
        $temporary = Get-TemporaryKey
    }

    It 'is sent with its session token from the environment' {
        Set-EnvironmentKey $temporary
        Get-Signer | Should -Be $temporary.Id
    }

    It 'is sent with its session token from a profile' {
        Set-Content $credentialsFile (@('[temporary]') + (Get-KeyLine $temporary))
        Get-Signer @{ ProfileName = 'temporary' } | Should -Be $temporary.Id
    }

    It 'is sent with its session token from -SessionToken' {
        $with = @{ Credential = New-Credential $temporary }
        Get-Signer ($with + @{ SessionToken = ConvertTo-SecureString $temporary.Token -AsPlainText -Force }) | Should -Be $temporary.Id
        (Get-TheError $with).FullyQualifiedErrorId | Should -BeLike 'CredentialsRejected,*'
    }
}

Describe 'An issued key' {
    BeforeEach {
        Reset-Identity
    }

    It 'signs, of <Kind>' -ForEach $issued {
        $signer = Get-Signer (Set-Case $Lines $Set)
        # Without the sessions of the metadata service, which it requires, because their number doesn't matter.
        $asked = @(Get-LocalIdentityRequest $identity | Where-Object method -NE PUT)
        $asked.action | Should -Be $Actions
        $asked[-1].issued | Should -Be $signer
        if ($SignedBy) { $asked[-1].accessKeyId | Should -Be ($SignedBy -eq 'issued' ? $asked[-2].issued : $keys[$SignedBy].Id) }
        foreach ($name in $Parameters.Keys) { $asked[-1].parameters.$name | Should -Be $Parameters[$name].Replace('ROLE', $role) }
    }

    It 'signs only where the AWS CLI would use it: <What>' -ForEach $choices {
        $signer = Get-Signer (Set-Case $Lines)
        $asked = @(Get-LocalIdentityRequest $identity)
        $asked.action | Should -Be $Actions
        $asked.ForEach({ $_.parameters.RoleArn }) | Should -Be $Actions.ForEach({ $role })
        $asked.ForEach({ $_.accessKeyId }) | Should -Be $Actions.ForEach({ $keys.other.Id })
        $signer | Should -Be ($Actions ? $asked[0].issued : $keys.other.Id)
    }

    It 'of a role serves two Regions and the commands that follow, until a file changes' {
        $with = Set-Case "[profile p]`nrole_arn = ROLE`nsource_profile = base"
        @(Get-BdrCustomizationJob @with -Region us-east-1, eu-west-1).Count | Should -Be 80
        @(Get-BdrCustomizationJob @with).Count | Should -Be 40
        Get-IdentityAction | Should -Be AssumeRole
        Add-Content $configFile '# changed'
        @(Get-BdrCustomizationJob @with).Count | Should -Be 40
        Get-IdentityAction | Should -Be AssumeRole, AssumeRole
    }

    It 'of <where> serves many places, which do not wait for each other' -ForEach @(
        @{ where = 'a container'; set = { Set-ContainerEnvironment }; path = '/v2/credentials/1' }
        @{ where = 'an instance'; set = { Set-InstanceEnvironment }; path = '/latest/meta-data/iam/security-credentials/trainer' }
    ) {
        & $set
        # The service accepts two of the Regions, and rejects the other ones only after it has read the signature.
        $regions = @('us-east-1', 'eu-west-1') + (1..14 | ForEach-Object { "us-north-$_" })
        # A metadata service gets only a second, which can be too short for so many places on a busy computer.
        [AppContext]::SetData('BedrockJobs.TimeLimitFactor', 20.0)
        try {
            $jobs = Get-BdrCustomizationJob -Region $regions -ErrorAction SilentlyContinue -ErrorVariable failure
        }
        finally {
            [AppContext]::SetData('BedrockJobs.TimeLimitFactor', $null)
        }

        $jobs.Region | Sort-Object -Unique | Should -Be eu-west-1, us-east-1
        $failure.Count | Should -Be 14
        $failure.FullyQualifiedErrorId | Sort-Object -Unique | Should -BeLike 'CredentialsRejected,*'
        @(Get-LocalIdentityRequest $identity | Where-Object path -EQ $path | Where-Object issued).issued | Sort-Object -Unique | Should -HaveCount 1
    }
}

Describe 'A role that requires an MFA code' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base))
        Set-Content $configFile $guardedLines
    }

    It 'asks for the code once for all places, and not again in the next command' {
        $counts = Invoke-Answered 246810 @'
(Get-BdrCustomizationJob -ProfileName guarded -Region us-east-1, eu-west-1 -ErrorAction Stop).Count
(Get-BdrCustomizationJob -ProfileName guarded -ErrorAction Stop).Count
'@
        $counts | Should -Be 80, 40
        $user.Questions | Should -Be "MFA code for $device"
        $asked = @(Get-LocalIdentityRequest $identity)
        $asked.action | Should -Be AssumeRole
        $asked[0].parameters.SerialNumber | Should -Be $device
    }

    It 'does not ask for another code while the key is valid, even in its last minutes' {
        Set-LocalIdentitySetting $identity @{ lifetime = '00:10:00' }
        $count = Invoke-Answered 246810 '1..3 | ForEach-Object { (Get-BdrCustomizationJob -ProfileName guarded -PageSize 10 -ErrorAction Stop).Count }'
        $count | Should -Be 40, 40, 40
        $user.Questions.Count | Should -Be 1
        Get-IdentityAction | Should -Be AssumeRole
    }

    It 'reports the message of the service if the code is wrong, and asks again in the next command' {
        $errors = Invoke-Answered 135791 '1..2 | ForEach-Object { Get-BdrCustomizationJob -ProfileName guarded 2>&1 }'
        $errors.Count | Should -Be 2
        $errors.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        "$($errors[0])" | Should -BeLike 'Profile guarded: *MultiFactorAuthentication*'
        "$errors" | Should -Not -BeLike '*135791*'
        $user.Questions.Count | Should -Be 2
    }

    It 'ends the command if the user cancels, and asks again in the next command' {
        $list = 'Get-BdrCustomizationJob -ProfileName guarded -ErrorAction Stop'
        Invoke-Answered '' "$list; 'went on'" | Should -BeNullOrEmpty
        $user.Questions.Count | Should -Be 1
        Get-IdentityAction | Should -BeNullOrEmpty
        (Invoke-Answered 246810 $list).Count | Should -Be 40
    }

    It 'is an error at once in <Where>' -ForEach @(
        @{ Where = 'a runspace without a user'; Run = { (New-TestPowerShell $args[0]).Invoke() } }
        @{ Where = 'a PowerShell that is not interactive'; Run = { Invoke-NewPowerShell "Import-Module '$manifest'; $($args[0])" } }
    ) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $lines = & $Run 'Get-BdrCustomizationJob -ProfileName guarded -ErrorAction SilentlyContinue -ErrorVariable failure; "$failure"; $failure[0].ErrorDetails.RecommendedAction'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        $lines.Count | Should -Be 2
        $lines[0] | Should -BeLike "*$device*this session cannot prompt for it*"
        Get-IdentityAction | Should -BeNullOrEmpty
    }
}

Describe 'The metadata service of an instance' {
    BeforeAll {
        $all = '/latest/api/token', '/latest/meta-data/placement/region', '/latest/meta-data/iam/security-credentials/', '/latest/meta-data/iam/security-credentials/trainer'
        $noToken = @{ failures = @{ '/latest/api/token' = @{ status = 401 } } }
    }

    BeforeEach {
        Reset-Identity
        Set-InstanceEnvironment
        $env:AWS_REGION = $null
    }

    It 'is asked for one token by a command' {
        Get-Signer | Should -BeLike ASIA*
        Get-IdentityAction | Should -Be $all
    }

    It 'is asked without a token if it <Does>' -ForEach @(
        @{ Does = 'does not respond with one'; Setting = @{ delays = @{ '/latest/api/token' = '00:00:20' } } }
        foreach ($status in 400, 401, 403, 404, 405, 500) {
            @{ Does = "responds with status $status"; Setting = @{ failures = @{ '/latest/api/token' = @{ status = $status } } } }
        }
    ) {
        Set-LocalIdentitySetting $identity ($Setting + @{ metadataVersion1 = $true })
        Get-Signer | Should -BeLike ASIA*
        Get-IdentityAction | Should -Be $all
    }

    It 'is not asked without a token if <Setting> forbids it' -ForEach @(
        @{ Setting = 'AWS_EC2_METADATA_V1_DISABLED'; Set = { $env:AWS_EC2_METADATA_V1_DISABLED = 'true' } }
        @{ Setting = 'ec2_metadata_v1_disabled'; Set = { Set-Content $configFile "[default]`nec2_metadata_v1_disabled = true" } }
    ) {
        . $Set
        $env:AWS_REGION = 'us-east-1'
        Set-LocalIdentitySetting $identity ($noToken + @{ metadataVersion1 = $true })
        (Get-TheError).FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        Get-IdentityAction | Should -Be $all[0]
    }

    It 'has a second for each request' {
        Set-LocalIdentitySetting $identity @{ delay = '00:00:00.7' }
        Get-Signer | Should -BeLike ASIA*
    }

    It 'has the time of <Setting>' -ForEach @(
        @{ Setting = 'AWS_METADATA_SERVICE_TIMEOUT'; Set = { $env:AWS_METADATA_SERVICE_TIMEOUT = '3' } }
        @{ Setting = 'metadata_service_timeout'; Set = { Set-Content $configFile "[default]`nmetadata_service_timeout = 2147483647" } }
    ) {
        . $Set
        Set-LocalIdentitySetting $identity @{ delays = @{ $all[-1] = '00:00:01.5' } }
        Get-Signer | Should -BeLike ASIA*
    }

    It 'is asked again as often as <Setting> specifies' -ForEach @(
        @{ Setting = 'AWS_METADATA_SERVICE_NUM_ATTEMPTS'; Set = { $env:AWS_METADATA_SERVICE_NUM_ATTEMPTS = '3' } }
        @{ Setting = 'metadata_service_num_attempts'; Set = { Set-Content $configFile "[default]`nmetadata_service_num_attempts = 3" } }
    ) {
        . $Set
        $env:AWS_REGION = 'us-east-1'
        Set-LocalIdentitySetting $identity @{ failures = @{ $all[2] = @{ status = 500 } } }
        (Get-TheError).FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        Get-IdentityAction | Should -Be (@($all[0]) + @($all[2]) * 3)
    }

    It 'is found below the path of the endpoint: <_>' -ForEach 'imds', 'imds/' {
        $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = "$($identity.Url.TrimEnd('/'))/$_"
        Get-Signer | Should -BeLike ASIA*
        Get-IdentityAction | Should -Be ($all -replace '^', '/imds')
    }
}
