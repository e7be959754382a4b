# The shared files as AWS specifies them, in a session. SharedFileParserTests.cs and PublishedProfileTests.cs test their format.

BeforeAll {
    . (Join-Path $PSScriptRoot IdentitySession.ps1)
    Start-IdentityServices
}

AfterAll {
    Stop-IdentityServices
}

Describe 'A shared file' {
    BeforeEach {
        Reset-Identity
    }

    It 'is read as in the AWS CLI, which accepts more than the SDK' {
        $env:AWS_REGION = $null
        Set-Content $configFile @"
[default] # mine
output = json
output = json
scope = a
  b
region = eu-west-1  # west
ec2_metadata_service_endpoint_mode = v5
aws_access_key_id = wrong
[default]
  # Comment
  ca_bundles =
    a = b
$((Get-KeyLine $keys.other) -join "`n")
[profile other] ; theirs
[profile 'it'"'"'s mine']
region = us-east-1
"@
        Set-Content $credentialsFile (@("[it's mine]") + (Get-KeyLine $keys.base))
        Set-ContainerEnvironment
        Get-Signer | Should -Be $keys.other.Id
        Get-Signer @{ ProfileName = "it's mine" } | Should -Be $keys.base.Id
        @(Get-LocalBedrockRequest $service).region | Should -Be eu-west-1, us-east-1
        Get-IdentityAction | Should -BeNullOrEmpty
    }

    # On Windows, the home folder comes from the system and not from a variable, so there is always one.
    It 'is never one in the current folder, even without a home variable' -Skip:$IsWindows {
        $folder = (New-Item -ItemType Directory -Force (Join-Path $TestDrive planted .aws)).Parent.FullName
        $ran = Join-Path $TestDrive ran
        Set-Content (Join-Path $folder .aws config) "[default]`nregion = us-east-1`ncredential_process = touch $ran"
        Push-Location $folder
        try {
            env -u HOME -u USERPROFILE dotnet (Join-Path $PSHOME pwsh.dll) -NoProfile -NonInteractive -Command "Import-Module '$manifest'; Get-BdrCustomizationJob -First 1 -ErrorAction SilentlyContinue -ErrorVariable e; `$e" |
                Out-String | Should -Not -BeLike "*$folder*"
        }
        finally {
            Pop-Location
        }

        $ran | Should -Not -Exist
    }

    It 'can have a path with ~ or a variable, but not with the home folder of another user' {
        Set-Content $configFile (@('[default]') + (Get-KeyLine $keys.other))
        foreach ($path in '~/.aws/config', '$HOME/.aws/config') {
            $env:AWS_CONFIG_FILE = $path
            Get-Signer | Should -Be $keys.other.Id
        }

        $env:AWS_CONFIG_FILE = '~someone/.aws/config'
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike '*~someone/.aws/config cannot be read: ~ stands only for your own home folder*'
        Set-EnvironmentKey $keys.base
        Get-Signer | Should -Be $keys.base.Id
    }

    # Windows has no named pipes in the file system.
    It 'can be a pipe, which is read once' -Skip:$IsWindows {
        $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive pipe
        mkfifo $env:AWS_SHARED_CREDENTIALS_FILE
        $text = Join-Path $TestDrive text
        Set-Content $text (@('[default]') + (Get-KeyLine $keys.other))
        $writer = Start-Process sh -ArgumentList "-c `"cat $text > $env:AWS_SHARED_CREDENTIALS_FILE`"" -PassThru
        @(Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -ErrorAction Stop).Count | Should -Be 10
        Get-Signer | Should -Be $keys.other.Id
        $writer.WaitForExit(10000) | Should -BeTrue
    }

    # Windows has no named pipes in the file system.
    It 'does not matter with another identity, even if it is a pipe that nobody writes to' -Skip:$IsWindows {
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

    It 'that cannot be read is reported with the cause, but does not matter with another identity: <What>' -ForEach @(
        @{ What = 'a directory'; Make = { New-Item -ItemType Directory $credentialsFile } }

        # On Windows, only an administrator can create a symbolic link.
        if (-not $IsWindows) {
            @{ What = 'a circular link'; Make = { New-Item -ItemType SymbolicLink $credentialsFile -Target $credentialsFile -Force } }
            @{ What = 'in a folder that is a circular link'; Make = { $loop = Join-Path $TestDrive loop; New-Item -ItemType SymbolicLink $loop -Target $loop -Force; $env:AWS_SHARED_CREDENTIALS_FILE = "$loop/credentials" }; File = 'loop/credentials' }
            @{ What = 'a name that is too long'; Make = { $env:AWS_CONFIG_FILE = "$TestDrive/$('x' * 300)" }; File = 'xxx' }
        }
    ) {
        $null = & $Make
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$($File ?? $credentialsFile)* cannot be read: *"
        Set-InstanceEnvironment
        Get-Signer | Should -BeLike 'ASIA*'
        Set-EnvironmentKey $keys.base
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'that cannot be read is reported if the other file contains a key for the profile, or if the profile is named' {
        $null = New-Item -ItemType Directory $credentialsFile
        Set-Content $configFile "[default]`n$(Get-KeyLine $keys.base)"
        "$(Get-TheError)" | Should -BeLike "*$credentialsFile cannot be read: it is a directory*"
        Set-InstanceEnvironment
        $env:AWS_PROFILE = 'work'
        "$(Get-TheError)" | Should -BeLike "*$credentialsFile cannot be read: it is a directory*"
    }

    It 'that cannot be read leaves the other file in use' {
        $null = New-Item -ItemType Directory $credentialsFile
        Set-Content $configFile "[default]`nregion = eu-west-1`nendpoint_url = $($service.Url)"
        $env:AWS_ENDPOINT_URL_BEDROCK = $null
        $env:AWS_REGION = $null
        Set-EnvironmentKey $keys.base
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'with an invalid format is reported with file and line, and without the text of the line' {
        Set-Content $credentialsFile "[default]`naws_secret_access_key: wJalrXUtnFEMI"
        $failure = Get-TheError
        "$failure" | Should -BeLike "*$credentialsFile, line 2: Expected an '=' sign defining a property*"
        "$failure" | Should -Not -BeLike '*wJalrXUtnFEMI*'
    }

    # Its endpoint and its certificates would be lost without a word.
    It 'with an invalid format is an error for every identity, as in the AWS CLI: <Kind>' -ForEach @(
        @{ Kind = 'credentials'; File = { $credentialsFile } }
        @{ Kind = 'config'; File = { $configFile } }
    ) {
        Set-Content (& $File) 'no profile at all'
        Set-EnvironmentKey $keys.base
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        "$failure" | Should -BeLike "*$(& $File), line 1: *"
    }

    It 'that cannot be read is named by -ProfileLocation with the cause: <Cause>' -ForEach @(
        @{ Path = 'nowhere'; Cause = 'it does not exist' }
        @{ Path = '.'; Cause = 'it is a directory' }
        @{ Path = 'x' * 300; Cause = '*too long*' }
    ) {
        { Get-BdrCustomizationJob -ProfileLocation (Join-Path $TestDrive $Path) } |
            Should -Throw "*-ProfileLocation '*' cannot be read: $Cause*" -ErrorId 'ProfileLocationNotFound,*'
    }
}

Describe 'A profile' {
    BeforeEach {
        Reset-Identity
        Set-Content $credentialsFile (@('[base]') + (Get-KeyLine $keys.base) + '[other]' + (Get-KeyLine $keys.other))
    }

    It 'that AWS_PROFILE names must exist, even if the key is in the environment, as in the AWS CLI' {
        Set-EnvironmentKey $keys.base
        $env:AWS_PROFILE = 'missing'
        $failure = Get-TheError
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsNotFound,*'
        "$failure" | Should -BeLike '*profile missing*base, other*'
    }

    It 'is chosen by AWS_PROFILE, and else by AWS_DEFAULT_PROFILE' {
        $env:AWS_DEFAULT_PROFILE = 'other'
        Get-Signer | Should -Be $keys.other.Id
        $env:AWS_PROFILE = 'base'
        Get-Signer | Should -Be $keys.base.Id
    }

    It 'that assumes a role takes precedence over a web identity in the environment, which takes precedence over other profiles' {
        Set-WebIdentityEnvironment
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
}
