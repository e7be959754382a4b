# The shared files as AWS specifies them: the identity that signs the listing, and the errors for invalid files.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    $role = 'arn:aws:iam::444455556666:role/trainer'
    Start-IdentityServices -Setting @{
        roles = @{ 'arn:aws:iam::444455556666:role/partner' = @{ externalId = 'contract-7' } }
    }

    # Runs a script in a new PowerShell, in the specified folder and without the variables of the home folder.
    function Invoke-Homeless {
        param([string] $Folder, [string] $Script)

        Push-Location $Folder
        try {
            env -u HOME -u USERPROFILE dotnet (Join-Path $PSHOME pwsh.dll) -NoProfile -NonInteractive -Command "Import-Module '$manifest'; $Script"
        }
        finally {
            Pop-Location
        }
    }
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A shared file' {
    BeforeEach {
        Reset-Identity
    }

    It 'counts where <What>' -TestCases @(
        @{ What = 'a setting stands twice'; Config = "[default]`noutput = json`noutput = json`nKEY" }
        @{ What = 'a comment follows the header'; Config = "[default] # mine`nKEY`n[profile other] ; theirs" }
        @{ What = 'a comment follows a value'; Config = "[default]`nKEY`nregion = eu-west-1  # west" }
        @{ What = 'a value continues on an indented line'; Config = "[default]`nca_bundles =`n  a = b`nscope = a`n  b`nKEY" }
        @{ What = 'the profile stands twice'; Config = "[default]`naws_access_key_id = wrong`n[default]`nKEY" }
        @{ What = 'the settings are indented'; Config = "[default]`n  # Comment`n  output = json`n  region = us-east-1`n[default]`nKEY" }
        @{ What = 'a value doesn''t matter that is wrong'; Config = "[default]`nKEY`nec2_metadata_service_endpoint_mode = v5" }
    ) {
        Set-ContainerEnvironment
        Set-Content $configFile $Config.Replace('KEY', (Get-KeyLine $keys.other))
        Get-Signer | Should -Be $keys.other.Id
        Get-IdentityAction | Should -BeNullOrEmpty
    }

    It 'gives the Region that a comment follows' {
        $env:AWS_REGION = $null
        Set-EnvironmentKey $keys.base
        Set-Content $configFile "[default] # mine`nregion = eu-west-1  # west"
        $null = Get-Signer
        @(Get-LocalBedrockRequest $service)[-1].region | Should -Be eu-west-1
    }

    It 'has names in quotation marks, as the AWS CLI writes them: <Header>' -TestCases @(
        @{ Header = "[profile 'my prof']"; Credentials = '[my prof]' }
        @{ Header = '[profile "my prof"]'; Credentials = '[my prof]' }
        @{ Header = "[profile 'it'`"'`"'s mine']"; Credentials = '[it''s mine]'; Name = "it's mine" }
        @{ Header = '[profile "DOM\user"]'; Credentials = '[DOM\user]'; Name = 'DOM\user' }
    ) {
        $env:AWS_REGION = $null
        Set-Content $configFile "$Header`nregion = eu-west-1"
        Set-Content $credentialsFile "$Credentials`n$(Get-KeyLine $keys.other)"
        Get-Signer @{ ProfileName = $Name ?? 'my prof' } | Should -Be $keys.other.Id
        @(Get-LocalBedrockRequest $service)[-1].region | Should -Be eu-west-1
    }

    # On Windows, no variable moves the folder of the cached logins, so this would use your own.
    It 'has an sso-session and a services section with a name in quotation marks' -Skip:$IsWindows {
        $env:AWS_ENDPOINT_URL_BEDROCK = $null
        Set-Content $configFile @"
[profile sso]
sso_session = My Corp
sso_account_id = 444455556666
sso_role_name = trainer
services = x y
[sso-session "My Corp"]
sso_region = us-east-1
sso_start_url = $startUrl
[services 'x y']
bedrock =
  endpoint_url = $($service.Url)
"@
        Set-SsoLogin -Session 'My Corp'
        Get-Signer @{ ProfileName = 'sso' } | Should -BeLike 'ASIA*'
    }

    # On Windows, the home folder comes from the system and not from a variable, so there is always one.
    It 'is not the one of the current folder where there is no home variable' -Skip:$IsWindows {
        $folder = (New-Item -ItemType Directory -Force (Join-Path $TestDrive planted .aws)).Parent.FullName
        $ran = Join-Path $TestDrive ran
        Set-Content (Join-Path $folder .aws config) "[default]`nregion = us-east-1`ncredential_process = touch $ran"
        Invoke-Homeless $folder 'Get-BdrCustomizationJob -First 1 -ErrorAction SilentlyContinue -ErrorVariable e; $e' | Out-String |
            Should -Not -BeLike "*$folder*"
        $ran | Should -Not -Exist
    }

    It 'may be named in the environment by ~ and by a variable' {
        Set-Content $configFile "[default]`n$(Get-KeyLine $keys.other)"
        foreach ($path in '~/.aws/config', '$HOME/.aws/config') {
            $env:AWS_CONFIG_FILE = $path
            Get-Signer | Should -Be $keys.other.Id
        }
    }

    It 'is not looked for in the current folder where the path begins with the home folder of another user' {
        $env:AWS_CONFIG_FILE = '~someone/.aws/config'
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike '*~someone/.aws/config cannot be read: ~ stands only for your own home folder*'
        Set-EnvironmentKey $keys.base
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'has its own location, independent of the other file' {
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base"
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive apart
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE "[base]`n$(Get-KeyLine $keys.base)"
        Set-Content (Join-Path $TestDrive config) 'no such file is read'
        Get-Signer @{ ProfileName = 'role' } | Should -BeLike 'ASIA*'
    }

    # Windows has no named pipes in the file system.
    It 'may be a pipe, which is read once' -Skip:$IsWindows {
        $pipe = Join-Path $TestDrive pipe
        mkfifo $pipe
        $text = Join-Path $TestDrive text
        Set-Content $text "[default]`n$(Get-KeyLine $keys.other)"
        $writer = Start-Process sh -ArgumentList "-c `"cat $text > $pipe`"" -PassThru
        $env:AWS_SHARED_CREDENTIALS_FILE = $pipe
        @(Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -ErrorAction Stop).Count | Should -Be 10
        Get-Signer | Should -Be $keys.other.Id
        $writer.WaitForExit(10000) | Should -BeTrue
    }

    # Windows has no named pipes in the file system.
    It 'doesn''t matter where the identity is another, even if it is a pipe that nobody writes to' -Skip:$IsWindows {
        mkfifo $credentialsFile
        Set-EnvironmentKey $keys.base
        $shell = New-TestPowerShell '@(Get-BdrCustomizationJob -ErrorAction Stop).Count'
        $running = $shell.BeginInvoke()
        try {
            Wait-Until { $running.IsCompleted }
            $shell.EndInvoke($running) | Should -Be 5
        }
        finally {
            # Ends the reader, which waits for a writer.
            sh -c "echo > '$credentialsFile'"
            $shell.Dispose()
        }
    }

    It 'that cannot be read is reported with the cause: <What>' -TestCases @(
        @{ What = 'a directory'; Make = { New-Item -ItemType Directory $credentialsFile } }

        # On Windows, only an administrator can create a symbolic link.
        if (-not $IsWindows) {
            @{ What = 'a link in a circle'; Make = { New-Item -ItemType SymbolicLink $credentialsFile -Target $credentialsFile -Force } }
        }
    ) {
        $null = & $Make
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$credentialsFile cannot be read: *"

        # It makes no difference if another identity is used.
        Set-EnvironmentKey $keys.base
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'with an invalid format is reported with file and line, and without the text of the line' {
        Set-Content $credentialsFile "[default]`naws_secret_access_key: wJalrXUtnFEMI"
        $failure = Get-TheError
        "$failure" | Should -BeLike "*$credentialsFile, line 2: Expected an '=' sign defining a property*"
        "$failure" | Should -Not -BeLike '*wJalrXUtnFEMI*'
    }

    It 'that doesn''t have the format doesn''t matter where the identity is another, from the first request of a session on' {
        Set-Content $credentialsFile 'no profile at all'
        Set-Content $configFile 'no profile at all'
        Set-EnvironmentKey $keys.base
        Invoke-NewPowerShell "Import-Module '$manifest'; @(Get-BdrCustomizationJob).Count" | Should -Be 5
    }

    It 'names the profile in AWS_DEFAULT_PROFILE, after AWS_PROFILE' {
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)`n[other]`n$(Get-KeyLine $keys.other)"
        $env:AWS_DEFAULT_PROFILE = 'other'
        Get-Signer | Should -Be $keys.other.Id
        $env:AWS_PROFILE = 'base'
        Get-Signer | Should -Be $keys.base.Id
    }
}

Describe 'A profile' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile "[base]`n$(Get-KeyLine $keys.base)"
    }

    It 'signs as in the AWS CLI: <What>' -TestCases @(
        @{ What = 'mfa_serial beside a key'; Config = "[profile p]`nOTHER`nmfa_serial = arn:aws:iam::111122223333:mfa/me"; Assumes = $false }
        @{ What = 'mfa_serial beside the key that a role is assumed with'; Config = "[profile p]`nrole_arn = ROLE`nsource_profile = q`n[profile q]`nOTHER`nmfa_serial = arn:aws:iam::111122223333:mfa/me"; Assumes = $true }
        @{ What = 'a key beside a role with a source profile'; Config = "[profile p]`nOTHER`nrole_arn = ROLE`nsource_profile = q`n[profile q]`nOTHER"; Assumes = $true }
        @{ What = 'a key beside a role whose source profile is the same'; Config = "[profile p]`nOTHER`nrole_arn = ROLE`nsource_profile = p"; Assumes = $true }
        @{ What = 'a source profile with a key and a role of its own'; Config = "[profile p]`nrole_arn = ROLE`nsource_profile = q`n[profile q]`nOTHER`nrole_arn = arn:aws:iam::444455556666:role/unwanted`nsource_profile = base"; Assumes = $true }
        @{ What = 'a role beside IAM Identity Center'; Config = "[profile p]`nrole_arn = ROLE`nsource_profile = q`nsso_account_id = 444455556666`nsso_role_name = other`nsso_region = us-east-1`nsso_start_url = x`n[profile q]`nOTHER"; Assumes = $true }
    ) {
        Set-Content $configFile $Config.Replace('OTHER', (Get-KeyLine $keys.other)).Replace('ROLE', $role)
        $signer = Get-Signer @{ ProfileName = 'p' }
        if ($Assumes) {
            $asked = @(Get-LocalIdentityRequest $identity)
            $asked.parameters.RoleArn | Should -Be $role
            $asked.accessKeyId | Should -Be $keys.other.Id
            $asked.handedOut | Should -Be $signer
        }
        else {
            $signer | Should -Be $keys.other.Id
            Get-IdentityAction | Should -BeNullOrEmpty
        }
    }

    It 'gives an external id to a role that is assumed with a credential_source' {
        Set-EnvironmentKey $keys.other
        Set-Content $configFile "[profile partner]`nrole_arn = arn:aws:iam::444455556666:role/partner`ncredential_source = Environment`nexternal_id = contract-7"
        Get-Signer @{ ProfileName = 'partner' } | Should -BeLike 'ASIA*'
        @(Get-LocalIdentityRequest $identity).parameters.ExternalId | Should -Be contract-7
    }

    It 'specifies the duration of a role session' {
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base`nduration_seconds = 1800"
        $null = Get-Signer @{ ProfileName = 'role' }
        @(Get-LocalIdentityRequest $identity).parameters.DurationSeconds | Should -Be 1800
    }

    It 'that assumes a role goes before a web identity of the environment, which goes before any other' {
        $env:AWS_WEB_IDENTITY_TOKEN_FILE = New-WebIdentityFile
        $env:AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/pod'
        Set-Content $configFile "[profile role]`nrole_arn = $role`nsource_profile = base"
        $env:AWS_PROFILE = 'role'
        $messages = Get-BdrCustomizationJob -First 1 -Debug 5>&1 | ForEach-Object Message
        $messages -match ': credentials .*, from profile role$' | Should -HaveCount 1
        @(Get-LocalIdentityRequest $identity).parameters.RoleArn | Should -Be $role
        $env:AWS_PROFILE = 'base'
        $null = Get-Signer
        @(Get-LocalIdentityRequest $identity)[-1].parameters.RoleArn | Should -Be $env:AWS_ROLE_ARN
        Get-Signer @{ ProfileName = 'base' } | Should -Be $keys.base.Id
    }

    It 'that -ProfileName names, and that holds nothing but a Region, leaves the identity to <Where>' -TestCases @(
        @{ Where = 'the container'; Set = { Set-ContainerEnvironment }; Path = '/v2/credentials/1' }
        @{ Where = 'the instance'; Set = { Set-InstanceEnvironment }; Path = '/latest/meta-data/iam/security-credentials/trainer' }
    ) {
        . $Set
        Set-EnvironmentKey $keys.other
        $env:AWS_REGION = $null
        Set-Content $configFile "[profile regional]`nregion = eu-west-1"
        $signer = Get-Signer @{ ProfileName = 'regional' }
        @(Get-LocalIdentityRequest $identity | Where-Object handedOut -EQ $signer).path | Should -Be $Path
        @(Get-LocalBedrockRequest $service)[-1].region | Should -Be eu-west-1
    }

    It 'that is not valid is reported in a sentence, with file and section: <What>' -TestCases @(
        @{ What = 'without sso_account_id'; Config = "[profile bad]`nsso_session = corp`nsso_role_name = trainer`n[sso-session corp]`nsso_region = us-east-1`nsso_start_url = x"; Says = "the section [profile bad] in CONFIG uses IAM Identity Center, but does not contain sso_account_id" }
        @{ What = 'with an unknown sso-session'; Config = "[profile bad]`nsso_session = crop`nsso_role_name = trainer`nsso_account_id = 444455556666"; Says = "sso_session in CONFIG, section [profile bad], line 2: the section [sso-session crop] does not exist" }
        @{ What = 'with an sso_region that is no Region'; Config = "[profile bad]`nsso_region = example.com/`nsso_start_url = x`nsso_role_name = trainer`nsso_account_id = 444455556666"; Says = "sso_region in CONFIG, section [profile bad], line 2: 'example.com/' is not the name of an AWS Region" }
        @{ What = 'with a contradiction to its sso-session'; Config = "[profile bad]`nsso_session = corp`nsso_region = eu-west-1`nsso_role_name = trainer`nsso_account_id = 444455556666`n[sso-session corp]`nsso_region = us-east-1`nsso_start_url = x"; Says = "sso_region in CONFIG, section [profile bad], line 3: the value differs" }
        @{ What = 'with two sources'; Config = "[profile bad]`nrole_arn = x`nsource_profile = base`ncredential_source = Environment"; Says = "credential_source in CONFIG, section [profile bad], line 4: a role takes source_profile or credential_source" }
        @{ What = 'with an unknown credential_source'; Config = "[profile bad]`nrole_arn = x`ncredential_source = Nowhere"; Says = "credential_source in CONFIG, section [profile bad], line 3: 'Nowhere' is not a credential source" }
        @{ What = 'with a source that does not exist'; Config = "[profile bad]`nrole_arn = x`nsource_profile = nowhere"; Says = "source_profile in CONFIG, section [profile bad], line 3: the profile 'nowhere' does not exist" }
        @{ What = 'that is its own source without a key'; Config = "[profile bad]`nrole_arn = x`nsource_profile = bad"; Says = "source_profile in CONFIG, section [profile bad], line 3: the source profiles form a loop: bad > bad" }
        @{ What = 'with half a key'; Config = "[profile bad]`naws_secret_access_key = hidden"; Says = "aws_secret_access_key in CONFIG, section [profile bad], line 2: aws_access_key_id is missing" }
        @{ What = 'with a duration that is no number'; Config = "[profile bad]`nrole_arn = x`nsource_profile = base`nduration_seconds = 1h"; Says = "duration_seconds in CONFIG, section [profile bad], line 4 is '1h'. It takes a whole number" }
        @{ What = 'of aws login'; Config = "[profile bad]`nlogin_session = arn:aws:iam::111122223333:user/me"; Says = "login_session in CONFIG, section [profile bad], line 2: credentials from aws login are not supported" }
        @{ What = 'with an empty role'; Config = "[profile bad]`nrole_arn =`nsource_profile = base`naws_access_key_id = id`naws_secret_access_key = hidden"; Says = "role_arn in CONFIG, section [profile bad], line 2: the value is empty" }
        @{ What = 'with an empty program'; Config = "[profile bad]`ncredential_process =`naws_access_key_id = id`naws_secret_access_key = hidden"; Says = "credential_process in CONFIG, section [profile bad], line 2: the value is empty" }
        @{ What = 'with an empty sso_account_id and sso_role_name'; Config = "[profile bad]`nsso_account_id =`nsso_role_name =`naws_access_key_id = id`naws_secret_access_key = hidden"; Says = "the section [profile bad] in CONFIG uses IAM Identity Center, but does not contain sso_start_url" }
        @{ What = 'with a relative token file'; Config = "[profile bad]`nrole_arn = x`nweb_identity_token_file = token"; Says = "web_identity_token_file in CONFIG, section [profile bad], line 3: the path is not absolute" }
        @{ What = 'with a token file that is a folder'; Config = "[profile bad]`nrole_arn = x`nweb_identity_token_file = HOME"; Says = "web_identity_token_file in CONFIG, section [profile bad], line 3: HOME cannot be read: it is a directory" }
        @{ What = 'with a token file that does not exist'; Config = "[profile bad]`nrole_arn = x`nweb_identity_token_file = HOME/none"; Says = "web_identity_token_file in CONFIG, section [profile bad], line 3: HOME/none cannot be read: it does not exist" }
        # On Windows, only an administrator can create a symbolic link.
        if (-not $IsWindows) {
            @{ What = 'with a token file that is a link in a circle'; Config = "[profile bad]`nrole_arn = x`nweb_identity_token_file = HOME/circle"; Says = "web_identity_token_file in CONFIG, section [profile bad], line 3: HOME/circle cannot be read: " }
        }
        @{ What = 'with a name of the web identity''s session that is none'; Config = "[profile bad]`nrole_arn = x`nweb_identity_token_file = HOME/token`nrole_session_name = a b"; Says = "role_session_name in CONFIG, section [profile bad], line 4: a session name has 2 to 64" }
        @{ What = 'with nothing but a source_profile'; Config = "[profile bad]`nsource_profile = base"; Says = "the profile contains source_profile, which is not a complete set of credentials" }
    ) {
        Set-Content $configFile $Config.Replace('HOME', $userHome)
        if ($What -like '*circle') { $null = New-Item -ItemType SymbolicLink (Join-Path $userHome circle) -Target (Join-Path $userHome circle) -Force }
        Set-ContainerEnvironment
        $failure = Get-TheError @{ ProfileName = 'bad' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        $expected = [wildcardpattern]::Escape('Profile bad: no AWS credentials were found: ' + $Says.Replace('CONFIG', $configFile).Replace('HOME', $userHome))
        "$failure" | Should -BeLike "$expected*"
        "$failure" | Should -Not -BeLike '*hidden*'
        Get-IdentityAction | Should -BeNullOrEmpty
    }
}

Describe 'A container''s address' {
    BeforeEach {
        Reset-Identity
    }

    It 'is refused where it is <What>' -TestCases @(
        @{ What = 'another host without TLS'; Variable = 'FULL_URI'; Value = 'http://example.com/key'; Says = '*the host is example.com*' }
        @{ What = 'no address'; Variable = 'FULL_URI'; Value = 'nowhere'; Says = "*is not an http:// or https:// URL*" }
        @{ What = 'a file'; Variable = 'FULL_URI'; Value = 'file:///etc/passwd'; Says = "*is not an http:// or https:// URL*" }
        @{ What = 'a path that leads to another host'; Variable = 'RELATIVE_URI'; Value = '@example.com/key'; Says = "*must begin with '/'*" }
    ) {
        Set-Item "env:AWS_CONTAINER_CREDENTIALS_$Variable" $Value
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike "AWS_CONTAINER_CREDENTIALS_${Variable}: $Says"
    }

    It 'is reported with the HTTP status of the response' {
        Set-ContainerEnvironment
        $env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'another'
        "$(Get-TheError)" | Should -BeLike 'AWS_CONTAINER_CREDENTIALS_FULL_URI: *HTTP status 40*'
    }
}

# The programs of these tests are shell scripts. CredentialKinds.Tests.ps1 runs a credential_process on Windows too.
Describe 'A credential_process' -Skip:$IsWindows {
    BeforeEach {
        Reset-Identity
        $program = Join-Path $userHome program
    }

    BeforeAll {
        function Set-Program {
            param([string] $Lines)

            Set-Content $program "#!/bin/sh`n$Lines"
            chmod +x $program
            Set-Content $configFile "[profile program]`ncredential_process = $program"
        }
    }

    It 'that fails is reported with its exit code and the first line of its errors, and without its output' {
        Set-Program "echo hidden`necho 'no token: log in first' >&2`necho more >&2`nexit 3"
        $failure = Get-TheError @{ ProfileName = 'program' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -Be 'Profile program: no AWS credentials were found: the credential_process ended with exit code 3: no token: log in first.'
    }

    It 'whose key has expired is reported with the time' {
        Set-Program 'echo ''{"Version":1,"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","SecretAccessKey":"hidden","Expiration":"2020-01-02T03:04:05Z"}'''
        $failure = Get-TheError @{ ProfileName = 'program' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsExpired,*'
        "$failure" | Should -BeLike '*a key that expired at 2020-01-02 03:04:05Z*'
        "$failure" | Should -Not -BeLike '*hidden*'
    }

    It 'that prints without end is stopped at once: to <Where>' -TestCases @(
        @{ Where = 'its output'; Lines = 'yes' }
        @{ Where = 'its errors'; Lines = 'yes >&2' }
    ) {
        Set-Program $Lines
        $watch = [Diagnostics.Stopwatch]::StartNew()
        "$(Get-TheError @{ ProfileName = 'program' })" | Should -BeLike '*printed more than a megabyte*'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
    }

    It 'that prints no JSON is reported with the first line of its errors, and without its output' {
        Set-Program "echo hidden`necho 'log in first' >&2"
        "$(Get-TheError @{ ProfileName = 'program' })" | Should -Be 'Profile program: no AWS credentials were found: the credential_process did not print JSON: log in first.'
    }

    It 'gives its key when it ends, though what it started keeps its output open' {
        $marks = Join-Path $userHome 'mark-of-the-rest'
        Set-Program "sleep 300 &`necho `$! > $marks`necho '{`"Version`":1,`"AccessKeyId`":`"$($keys.other.Id)`",`"SecretAccessKey`":`"$($keys.other.Secret)`"}'"
        try {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-Signer @{ ProfileName = 'program' } | Should -Be $keys.other.Id
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        }
        finally {
            Stop-Process -Id (Get-Content $marks)
        }
    }

    It 'that doesn''t end is ended with the command, and so is what it started' {
        $marks = Join-Path $userHome 'marks'
        Set-Program "sleep 300 &`necho `$! `$`$ > $marks`nwait"
        $shell = New-TestPowerShell 'Get-BdrCustomizationJob -ProfileName program'
        $running = $shell.BeginInvoke()
        Wait-Until { (Test-Path $marks) -and (Get-Content $marks) -match ' ' }
        $ids = (Get-Content $marks) -split ' '
        Get-Process -Id $ids | Should -HaveCount 2
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        Wait-Until { -not (Get-Process -Id $ids -ErrorAction Ignore) }
        $shell.Dispose()
    }
}

Describe 'What a command has begun' {
    BeforeAll {
        # With its own service, because requests to the other one leave open connections for the next requests.
        $identity = Start-LocalIdentity
    }

    AfterAll {
        Stop-LocalIdentity $identity
    }

    BeforeEach {
        Reset-Identity
        Set-LocalIdentitySetting $identity @{ delay = '00:00:20' }

        # The connections of this process to the service that issues keys.
        function Get-OpenConnection {
            [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpConnections() |
                Where-Object { $_.RemoteEndPoint.Port -eq ([uri] $identity.Url).Port -and $_.State -eq 'Established' }
        }
    }

    It 'ends with its time limit where <Who> is silent' -TestCases @(
        @{ Who = 'the container'; Set = { Set-ContainerEnvironment } }
        @{ Who = 'the instance'; Set = { Set-InstanceEnvironment } }
    ) {
        . $Set
        $null = Get-TheError
        Wait-Until { -not (Get-OpenConnection) }
    }

    It 'ends with Ctrl+C where <Who> is silent' -TestCases @(
        @{ Who = 'the container'; Set = { Set-ContainerEnvironment } }
        @{ Who = 'the instance'; Set = { Set-InstanceEnvironment } }
        @{ Who = 'the Security Token Service'; Set = { Set-Content $configFile "[default]`nrole_arn = $role`nsource_profile = base`n[profile base]`n$(Get-KeyLine $keys.base)" } }
        @{ Who = 'the Security Token Service, which is asked for a web identity,'; Set = { $env:AWS_WEB_IDENTITY_TOKEN_FILE = New-WebIdentityFile; $env:AWS_ROLE_ARN = $role } }
        @{ Who = 'the portal of IAM Identity Center'; Set = { Set-Content $configFile (Get-SsoLine); $env:AWS_PROFILE = 'sso'; Set-SsoLogin } }
    ) {
        . $Set
        $shell = New-TestPowerShell 'Get-BdrCustomizationJob'
        $running = $shell.BeginInvoke()
        Wait-Until { Get-OpenConnection }
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        Wait-Until { -not (Get-OpenConnection) }
        $shell.Dispose()
    }
}
