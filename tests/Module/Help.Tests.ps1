# The help and the pages for users: they are correct, their examples run, and the help that ships matches docs.

BeforeDiscovery {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    . (Join-Path $PSScriptRoot CommandMarkdown.ps1)
    $docs = Join-Path $root docs
    $commands = foreach ($command in Get-Command -Module BedrockJobs) {
        $help = Get-Help $command.Name -Full
        $common = [Management.Automation.Cmdlet]::CommonParameters
        @{
            Command    = $command
            Help       = $help
            Markdown   = Read-CommandMarkdown (Join-Path $docs "$($command.Name).md")
            Parameters = @($command.Parameters.Keys | Where-Object { $_ -notin $common } | ForEach-Object { @{ Name = $_ } })
            Examples   = @($help.examples.example | ForEach-Object { @{ Title = $_.title.Trim('- '); Code = $_.code } })
        }
    }
    $about = (Get-Content -Raw (Join-Path $docs about_BedrockJobs.md)).ReplaceLineEndings("`n")
    $blocks = [regex]::Matches($about, '(?ms)^(?<title>[^\n]+)\n\n```powershell\n(?<code>.+?)\n```') |
        ForEach-Object { @{ Title = $_.Groups['title'].Value; Code = $_.Groups['code'].Value } }
    $pages = 'README.md', 'docs/migration.md', 'docs/scheduled-tasks.md' | ForEach-Object { (Get-Content -Raw (Join-Path $root $_)).ReplaceLineEndings("`n") }
    $pageCommands = @(
        [regex]::Matches("$pages", '(?ms)^```powershell\n(?<code>.+?)\n```') | ForEach-Object {
            # The tests of the package run the commands that install the module. Tests below run the commands that call pwsh.
            if ($_.Groups['code'].Value -notmatch 'Install-PSResource|\bpwsh\b') {
                [Management.Automation.Language.Parser]::ParseInput($_.Groups['code'].Value, [ref] $null, [ref] $null).EndBlock.Statements.Extent.Text
            }
        }
        [regex]::Matches("$pages", '(?m)^\| .*`.*\w+-BDR.* \| `(?<code>.+)` \|$') | ForEach-Object { $_.Groups['code'].Value.Replace('\|', '|') }
    ) | ForEach-Object { @{ Code = $_ } }
    $errorIds = [Enum]::GetNames([BedrockJobs.BedrockErrorId]) | ForEach-Object { @{ Id = $_ } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $docs = Join-Path $root docs
    $aboutFile = Join-Path (Split-Path $manifest) en-US about_BedrockJobs.help.txt

    function Get-Page {
        param([string] $Name)
        (Get-Content -Raw (Join-Path $docs "$Name.md")).ReplaceLineEndings("`n")
    }

    $service = Start-LocalBedrock -Jobs 250 -Options '--region', 'us-east-1,eu-west-1'
    Set-LocalBedrockEnvironment $service
    $now = [datetime]::UtcNow
    Add-LocalBedrockJob $service @(
        # The jobs and files that the examples use.
        @{ jobName = 'claims-nova-lite-v7'; status = 'Completed'; creationTime = $now.AddHours(-7).ToString('o'); endTime = $now.AddHours(-2).ToString('o') }
        @{ jobName = 'claims-nova-lite-v8'; status = 'InProgress'; creationTime = $now.AddHours(-8).ToString('o'); endsAt = '1.06:00:00' }
        @{ jobName = 'claims-nova-lite-v9'; status = 'Failed'; creationTime = $now.AddHours(-3).ToString('o') }
        @{ jobName = 'claims-nova-lite-v6'; status = 'Completed'; creationTime = $now.AddHours(-40).ToString('o'); endTime = $now.AddHours(-20).ToString('o') }
        @{ jobName = 'claims-january'; status = 'Stopped'; creationTime = '2026-01-15T12:00:00Z' }
        @{ jobName = 'claims-nova-lite-eu'; status = 'InProgress'; creationTime = $now.AddHours(-1).ToString('o'); region = 'eu-west-1'; endsAt = '20:00:00' }
    )

    $credentials = Join-Path $TestDrive credentials
    Set-Content $credentials @"
[ml-prod]
aws_access_key_id = $env:AWS_ACCESS_KEY_ID
aws_secret_access_key = $env:AWS_SECRET_ACCESS_KEY
[ml-dev]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
"@
    $env:AWS_SHARED_CREDENTIALS_FILE = $credentials

    # Runs an example in a separate session, in a folder of the test, and without its pauses: in an example that waits, ten
    # hours pass in a second. The AWS CLI returns its arguments.
    function Invoke-Example {
        param([string] $Code, [string] $Before)
        # No user can answer a prompt.
        $key = "[pscredential]::new('$env:AWS_ACCESS_KEY_ID', (ConvertTo-SecureString -AsPlainText '$env:AWS_SECRET_ACCESS_KEY'))"
        $defaults = '$PSDefaultParameterValues = @{ "Wait-BdrCustomizationJob:PollInterval" = 1 }'
        $powershell = New-TestPowerShell "Set-Location '$TestDrive'; `$ConfirmPreference = 'None'; function Start-Sleep { }; function aws { , `$args }; function Get-Credential { $key }; $defaults; $Before`n$Code"
        try {
            if ($Code -match '-PollInterval') { Set-LocalBedrockClock $service @{ advance = '2.00:00:00' } }
            if ($Code -match 'Wait-BdrCustomizationJob') { Set-LocalBedrockClock $service @{ speed = 36000 } }
            [pscustomobject]@{ Output = @($powershell.Invoke()); Errors = @($powershell.Streams.Error) }
        }
        finally {
            $powershell.Dispose()
            if ($Code -match 'Wait-BdrCustomizationJob') { Set-LocalBedrockClock $service @{ speed = 1; now = [datetime]::UtcNow.ToString('o') } }
        }
    }

    # Texts are equal if their words are equal.
    function Get-Words {
        param([Parameter(ValueFromPipeline)] [AllowEmptyString()] [string[]] $Text)
        end { (-split (@($input) -join ' ')) -join ' ' }
    }

    function Get-ExpectedDefault {
        param($Command, [string] $Name)
        $type = $Command.Parameters[$Name].ParameterType
        if ($type -eq [switch]) { return 'False' }
        if ($Name -in 'Skip', 'First') { return @{ Skip = '0'; First = '' }[$Name] }

        $value = $Command.ImplementingType::new().$Name
        if ($null -eq $value -or ($type.IsValueType -and $value -eq [Activator]::CreateInstance($type))) { '' } else { "$value" }
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'The help of <Command.Name>' -ForEach $commands {
    It 'says in what ships what the markdown says, to the word, and is made of it where PlatyPS is installed' {
        $help.Synopsis | Get-Words | Should -BeExactly ($markdown.Synopsis | Get-Words)
        $help.description.Text | Get-Words | Should -BeExactly ($markdown.Description | Get-Words)
        $help.alertSet.alert.Text | Get-Words | Should -BeExactly ($markdown.Notes | Get-Words)
        $help.returnValues.returnValue.type.name | Should -BeExactly $markdown.Outputs.Title
        $help.returnValues.returnValue.description.Text | Get-Words | Should -BeExactly ($markdown.Outputs.Body | Get-Words)
        $help.examples.example.Count | Should -Be $markdown.Examples.Count
        for ($i = 0; $i -lt $markdown.Examples.Count; $i++) {
            $help.examples.example[$i].title.Trim('- ') | Should -BeExactly $markdown.Examples[$i].Title
            $help.examples.example[$i].code | Should -BeExactly $markdown.Examples[$i].Code
            $help.examples.example[$i].remarks.Text | Get-Words | Should -BeExactly ($markdown.Examples[$i].Remarks | Get-Words)
        }

        if (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable) {
            $made = & (Join-Path $root build Help Export-CmdletHelp.ps1) -Destination (Join-Path $TestDrive made)
            Get-Content -Raw $made | Should -BeExactly (Get-Content -Raw (Join-Path $root en-US $made.Name)) -Because 'build.ps1 Help makes it'
        }
    }

    It 'opens its page with -Online, and has the links of the markdown' {
        $page = "https://github.com/bedrockjobs/bedrockjobs/blob/main/docs/$($command.Name).md"
        $markdown.HelpUri | Should -BeExactly $page
        $command.HelpUri | Should -BeExactly $page

        # Get-Help -Online opens the first link that has an address.
        $shown = @($help.relatedLinks.navigationLink)
        $shown[0].uri | Should -BeExactly $page
        $expected = @($markdown.Links)
        $shown.Count | Should -Be ($expected.Count + 1)
        for ($i = 0; $i -lt $expected.Count; $i++) {
            $shown[$i + 1].linkText | Should -BeExactly $expected[$i].Text
            if ($expected[$i].Address -like 'https:*') {
                $shown[$i + 1].uri | Should -BeExactly $expected[$i].Address
            }
            else {
                $shown[$i + 1].uri | Should -BeNullOrEmpty
                Join-Path $docs $expected[$i].Address | Should -Exist
            }
        }
    }

    It 'shows every line whole in 80 columns, in plain text and without markup' {
        # Like a console, whose lines of text are one column shorter than its width.
        $shown = ($help | Out-String -Width 79) -split '\r?\n' | ForEach-Object { $_.Trim() }
        $prose = @($markdown.Synopsis, $markdown.Description, $markdown.Notes) + $markdown.Inputs.Body + $markdown.Outputs.Body +
            $markdown.Parameters.Description + $markdown.Examples.Remarks + $markdown.Examples.Code
        $lines = $prose -split '\n' | ForEach-Object { $_.Trim() } | Where-Object { $_ }
        $lines | Where-Object { $_ -cnotin $shown } | Should -BeNullOrEmpty
        $shown | Where-Object { $_ -match '^(```|#)|\*\*|\]\(|[^\x20-\x7e]' } | Should -BeNullOrEmpty
    }

    It 'shows the syntax that PowerShell shows' {
        $expected = @((Get-Command $command.Name -Syntax) -split '\r?\n\s*\r?\n' | ForEach-Object { $_ | Get-Words })
        $markdown.Syntax.Body | ForEach-Object { $_ | Get-Words } | Should -BeExactly $expected
        $markdown.Syntax.Title | Should -BeExactly @($command.ParameterSets | ForEach-Object { $_.IsDefault -and $_.Name -ne '__AllParameterSets' ? "$($_.Name) (Default)" : $_.Name })
        $shown = @($help.syntax.syntaxItem)
        $shown.Count | Should -Be $command.ParameterSets.Count
        for ($i = 0; $i -lt $shown.Count; $i++) {
            $names = [regex]::Matches($expected[$i], '(?<=[\[ ]-)\w+').Value
            $shown[$i].parameter.name | Should -BeExactly $names
            foreach ($parameter in $shown[$i].parameter) {
                $real = $command.ParameterSets[$i].Parameters | Where-Object Name -CEQ $parameter.name
                $parameter.required | Should -Be "$($real.IsMandatory)" -Because $parameter.name
                $parameter.position | Should -Be ($real.Position -eq [int]::MinValue ? 'Named' : "$($real.Position)") -Because $parameter.name
            }
        }
    }

    It 'describes the input types of the cmdlet' {
        $help.inputTypes.inputType.type.name | Should -BeExactly $markdown.Inputs.Title
        $help.inputTypes.inputType.description.Text | Get-Words | Should -BeExactly ($markdown.Inputs.Body | Get-Words)
        $piped = $command.Parameters.Values | Where-Object { $_.Attributes.ValueFromPipeline -contains $true } |
            ForEach-Object { ($_.ParameterType.IsArray ? $_.ParameterType.GetElementType() : $_.ParameterType).FullName }
        # -JobIdentifier also accepts a job object.
        $markdown.Inputs.Title | Where-Object { $_ -ne 'BedrockJobs.CustomizationJob' } | Sort-Object | Should -BeExactly ($piped | Sort-Object)
    }

    It 'describes the output types of the cmdlet' {
        $expected = @($command.OutputType.Name)
        if ($command.Parameters.ContainsKey('IncludeTotalCount')) { $expected += 'System.UInt64' }
        $markdown.Outputs.Title | Should -BeExactly $expected
    }

    It 'has examples enough, numbered, each with a sentence that ends' {
        $markdown.Examples.Count | Should -BeGreaterOrEqual 5
        for ($i = 0; $i -lt $markdown.Examples.Count; $i++) {
            $markdown.Examples[$i].Title | Should -BeLike "Example $($i + 1): *"
            $markdown.Examples[$i].Remarks | Should -Match '\.$'
        }
    }

    It 'describes every parameter, and none that is not there' {
        $names = $Parameters.Name | Sort-Object
        $markdown.Parameters.Name | Sort-Object | Should -BeExactly $names
        $help.parameters.parameter.name | Sort-Object | Should -BeExactly $names
    }

    It 'is true of -<Name>' -ForEach $Parameters {
        $real = $command.Parameters[$Name]
        $written = $markdown.Parameters | Where-Object Name -CEQ $Name
        $shipped = $help.parameters.parameter | Where-Object name -CEQ $Name
        $default = Get-ExpectedDefault $command $Name
        $wildcards = [bool] $real.Attributes.Where({ $_ -is [Management.Automation.SupportsWildcardsAttribute] })
        $accepted = @($real.Attributes.Where({ $_ -is [ValidateSet] }).ValidValues)
        $sets = foreach ($set in $real.ParameterSets.GetEnumerator()) {
            [pscustomobject]@{
                Name                            = $set.Key -eq '__AllParameterSets' ? '(All)' : $set.Key
                Position                        = $set.Value.Position -eq [int]::MinValue ? 'Named' : $set.Value.Position
                IsMandatory                     = $set.Value.IsMandatory
                ValueFromPipeline               = $set.Value.ValueFromPipeline
                ValueFromPipelineByPropertyName = $set.Value.ValueFromPipelineByPropertyName
                ValueFromRemainingArguments     = $set.Value.ValueFromRemainingArguments
            }
        }

        $written.Description | Should -Match '\w.*\.$'
        $written.Type | Should -BeExactly $real.ParameterType.FullName
        $written.DefaultValue | Should -BeExactly $default
        $written.SupportsWildcards | Should -Be "$wildcards"
        $written.Aliases -join ' ' | Should -BeExactly ($real.Aliases -join ' ')
        $written.AcceptedValues -join ' ' | Should -BeExactly ($accepted -join ' ')
        $written.Sets | Sort-Object Name | Out-String | Should -Be ($sets | Sort-Object Name | Out-String)

        $shipped.description.Text | Get-Words | Should -BeExactly ($written.Description | Get-Words)
        $shipped.type.name | Should -BeExactly $real.ParameterType.FullName
        $shipped.defaultValue | Should -BeExactly ($default ? $default : 'None')
        $shipped.globbing | Should -Be "$wildcards"
        $shipped.aliases | Should -BeExactly ($real.Aliases.Count ? $real.Aliases -join ', ' : 'none')
        $shipped.required | Should -Be "$($sets.IsMandatory -contains $true)"
        $shipped.position | Should -Be "$(@($sets)[0].Position)"
        $pipeline = @(
            if ($sets.ValueFromPipeline -contains $true) { 'ByValue' }
            if ($sets.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' }
        )
        $shipped.pipelineInput | Should -BeExactly ($pipeline ? "true ($($pipeline -join ', '))" : 'false')
        $group = $shipped.PSObject.Properties['parameterValueGroup']
        "$($group.Value.parameterValue)" | Should -BeExactly "$accepted"
    }

    It 'has an example that runs: <Title>' -ForEach $Examples {
        # A job that one example stops can't be stopped or waited for by another.
        $running = @{ jobName = "claims-$([guid]::NewGuid())"; status = 'InProgress'; creationTime = $now.AddHours(-8).ToString('o'); endsAt = '1.06:00:00' }
        if ($Code -match '(Stop|Wait)-Bdr') { Add-LocalBedrockJob $service $running, ($running + @{ region = 'eu-west-1' }) }
        Reset-LocalBedrock $service

        $result = Invoke-Example $Code
        $result.Errors | Should -BeNullOrEmpty
        if ($Code -match 'Export-Csv -Path (\S+)') {
            @(Import-Csv (Join-Path $TestDrive $Matches[1])).Count | Should -BeGreaterThan 0
        }
        elseif ($Code -match 'Stop-Bdr' -and $Code -notmatch '-PassThru') {
            $stops = @(Get-LocalBedrockRequest $service | Where-Object operation -EQ StopModelCustomizationJob)
            ($stops.Count -gt 0) | Should -Be ($Code -notmatch '-WhatIf')
        }
        else {
            $result.Output.Count | Should -BeGreaterThan 0
        }
    }
}

Describe 'about_BedrockJobs' {
    It 'is found by Get-Help' {
        Get-Help about_BedrockJobs | Should -BeExactly (Get-Content -Raw $aboutFile)
        Invoke-NewPowerShell "`$env:PSModulePath = '$(Split-Path (Split-Path $manifest))'; (Get-Help about_BedrockJobs) -split '\r?\n' | Select-Object -First 2" |
            Should -Be 'TOPIC', '    about_BedrockJobs'
    }

    It 'is made of the markdown' {
        $made = & (Join-Path $root build Help Export-AboutTopic.ps1) -Destination (Join-Path $TestDrive made)
        Get-Content -Raw $made | Should -BeExactly (Get-Content -Raw $aboutFile)
    }

    It 'fits into 80 columns, in plain characters' {
        foreach ($line in Get-Content $aboutFile) { $line.Length | Should -BeLessOrEqual 80 -Because $line }
        Get-Content -Raw $aboutFile | Should -Not -Match '[^\n\x20-\x7e]'
    }

    It 'lists the error <Id> with its category' -ForEach $errorIds {
        $factory = [BedrockJobs.BedrockErrorId].Assembly.GetTypes() | Where-Object Name -EQ ErrorRecordFactory
        $category = $factory.GetMethod('Category', [Reflection.BindingFlags] 'NonPublic, Static').Invoke($null, @([BedrockJobs.BedrockErrorId] $Id))
        Get-Content -Raw $aboutFile | Should -MatchExactly "(?m)^    $Id +$category\n        \w"
    }

    It 'names every alias of a parameter' {
        $words = -split (Get-Content -Raw $aboutFile) -replace '[,.:]$'
        $parameters = (Get-Command -Module BedrockJobs).Parameters.Values | Where-Object Name -NotIn ([Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters)
        foreach ($alias in $parameters.Aliases) { $words -ccontains $alias | Should -BeTrue -Because $alias }
    }

    It 'shows commands that run: <Title>' -ForEach $blocks {
        $result = Invoke-Example $Code -Before '$query = @{ CreatedAfter = (Get-Date).AddDays(-90) }'
        $result.Errors | Should -BeNullOrEmpty
    }
}

Describe 'A page for users' {
    It 'shows a command that runs: <Code>' -ForEach $pageCommands {
        if ($Code -match 'claims-nova-lite-v8') {
            Clear-LocalBedrockJob $service -JobName claims-nova-lite-v8
            Add-LocalBedrockJob $service @{ jobName = 'claims-nova-lite-v8'; creationTime = $now.AddHours(-8).ToString('o'); endsAt = '1.06:00:00' }
        }

        $result = Invoke-Example $Code
        $result.Errors | Should -BeNullOrEmpty
        if ($Code -notmatch 'Stop-Bdr') { $result.Output.Count | Should -BeGreaterThan 0 }
    }

    It 'migrates every cmdlet of AWS Tools for PowerShell' {
        $lines = [regex]::Matches((Get-Page migration), '(?m)^\| .*`.*\w+-BDR.* \| `.+` \|$').Value
        foreach ($cmdlet in 'Get-BDRModelCustomizationJobList', 'Get-BDRModelCustomizationJob', 'Stop-BDRModelCustomizationJob') {
            @($lines -cmatch "\b$cmdlet\b").Count | Should -BeGreaterThan 1
        }
    }

    It 'calls pwsh so that another shell gets the jobs' {
        $code = [regex]::Match((Get-Page scheduled-tasks), '(?ms)^```powershell\n(?<code>\$json = pwsh .+?)\n```').Groups['code'].Value
        $pwsh = "function pwsh { dotnet '$(Join-Path $PSHOME pwsh.dll)' @args }"
        $modules = "`$env:PSModulePath = '$(Split-Path (Split-Path $manifest))' + [IO.Path]::PathSeparator + `$env:PSModulePath"
        Invoke-NewPowerShell "$pwsh; $modules; $code; `$jobs | ForEach-Object JobName" |
            Should -BeExactly (Get-BdrCustomizationJob -Status Failed -MaxAge 1d).JobName
    }

    It 'has policies that allow what about_BedrockJobs lists' {
        $policies = [regex]::Matches((Get-Page permissions), '(?ms)^```json\n(?<json>.+?)\n```') | ForEach-Object { $_.Groups['json'].Value | ConvertFrom-Json }
        $listed = [regex]::Matches((Get-Content -Raw $aboutFile), '(?m)^    (bedrock:\w+)$') | ForEach-Object { $_.Groups[1].Value }
        @($policies.Statement.Action) + $policies.Action | Where-Object { $_ } | Sort-Object | Should -BeExactly ($listed | Sort-Object)
    }
}

Describe 'A runbook of about_BedrockJobs' {
    BeforeDiscovery {
        $runbooks = @{}
        foreach ($name in @{ Alert = 'exit 2'; Wait = 'default \{ "No outcome'; Stop = '-Hours 24'; Report = 'Export-Csv'; Hours = 'Measure-Object -Sum' }.GetEnumerator()) {
            $runbooks[$name.Key] = @($blocks | Where-Object { $_.Code -match $name.Value })[0].Code
        }
    }

    BeforeAll {
        # Runs a script as a scheduled task does. Returns its output and its exit code.
        function Invoke-Task {
            param([string] $Code, [hashtable] $Environment = @{})
            $file = Join-Path $TestDrive task.ps1
            Set-Content $file $Code
            $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
            foreach ($argument in (Join-Path $PSHOME pwsh.dll), '-NoProfile', '-NonInteractive', '-File', $file) { $start.ArgumentList.Add($argument) }
            $start.Environment['PSModulePath'] = Split-Path (Split-Path $manifest)
            foreach ($variable in $Environment.GetEnumerator()) { $start.Environment[$variable.Key] = $variable.Value }
            $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.WorkingDirectory = $TestDrive
            $process = [Diagnostics.Process]::Start($start)
            $output = $process.StandardOutput.ReadToEnd()
            $process.WaitForExit()
            [pscustomobject]@{ Output = $output; Errors = $process.StandardError.ReadToEnd(); ExitCode = $process.ExitCode }
        }
    }

    It 'returns an exit code if a job has failed within the last day, and shows the reason' -TestCases @{ Code = $runbooks.Alert } {
        $failedJob = @{ jobName = 'failed-now'; status = 'Failed'; failureMessage = 'The data has no lines.'; creationTime = $now.AddHours(-30).ToString('o'); endTime = $now.AddHours(-1).ToString('o') }
        # A summary needs no endTime.
        $endless = @{ jobName = 'endless'; status = 'Failed'; failureMessage = 'It has no end.'; creationTime = $now.AddHours(-30).ToString('o'); lastModifiedTime = $now.AddHours(-2).ToString('o'); endTime = $null }
        $old = @{ jobName = 'old'; status = 'Failed'; creationTime = $now.AddHours(-50).ToString('o'); endTime = $now.AddHours(-25).ToString('o') }
        $quiet = Start-LocalBedrock -Jobs 0 -Options '--region', 'us-east-1,eu-west-1'
        $there = @{ AWS_ENDPOINT_URL_BEDROCK = $quiet.Url }
        try {
            Add-LocalBedrockJob $quiet $old
            (Invoke-Task $Code $there).ExitCode | Should -Be 0
            Add-LocalBedrockFault $quiet @{ errorType = 'AccessDeniedException' }
            $result = Invoke-Task $Code $there
            $result.ExitCode | Should -Be 2
            $result.Output | Should -BeLike '*access denied*'
            Add-LocalBedrockJob $quiet $failedJob, $endless
            # Neither a Region that fails nor a job whose details can't be read hides the other jobs.
            Add-LocalBedrockFault $quiet @{ operation = 'GetModelCustomizationJob'; errorType = 'AccessDeniedException' }, @{ region = 'eu-west-1'; errorType = 'AccessDeniedException' }
            $result = Invoke-Task $Code.Replace('-MaxAge 2w', '-MaxAge 2w -Region us-east-1, eu-west-1') $there
            $result.ExitCode | Should -Be 1
            @($result.Output -split '\r?\n' -like '*access denied*').Count | Should -Be 2
            $result.Output | Should -Match 'failed-now: The data has no lines\.|endless: It has no end\.'
            $result = Invoke-Task $Code $there
            $result.ExitCode | Should -Be 1
            $result.Output -split '\r?\n' | Where-Object { $_ } | Sort-Object | Should -Be 'endless: It has no end.', 'failed-now: The data has no lines.'
            # The module isn't installed.
            (Invoke-Task $Code @{ PSModulePath = "$TestDrive" }).ExitCode | Should -Be 2
        }
        finally {
            Stop-LocalBedrock $quiet
        }
    }

    It 'waits and acts on the outcome' -TestCases @{ Code = $runbooks.Wait } {
        Clear-LocalBedrockJob $service -JobName claims-nova-lite-v8
        Add-LocalBedrockJob $service @{ jobName = 'claims-nova-lite-v8'; endsAt = '1.06:00:00' }
        (Invoke-Example $Code).Output | Should -BeLike 'The model is arn:aws:bedrock:*'
        (Invoke-Example $Code.Replace('12h', '0')).Output | Should -BeLike 'No outcome: *did not end within the time limit*'
    }

    It 'names the jobs that have run for long, and stops them once -WhatIf is replaced' -TestCases @{ Code = $runbooks.Stop } {
        $long = Start-LocalBedrock -Jobs 0
        try {
            Add-LocalBedrockJob $long @{ jobName = 'long'; creationTime = $now.AddHours(-25).ToString('o') }, @{ jobName = 'short'; creationTime = $now.AddHours(-5).ToString('o') }
            $result = Invoke-Task $Code @{ AWS_ENDPOINT_URL_BEDROCK = $long.Url }
            $result.Output | Should -BeLike "*'long'*"
            $result.Output | Should -Not -BeLike "*'short'*"
            $null = Invoke-Task $Code.Replace('-WhatIf', '-Confirm:$false') @{ AWS_ENDPOINT_URL_BEDROCK = $long.Url }
            @(Get-LocalBedrockRequest $long | Where-Object operation -EQ StopModelCustomizationJob).Count | Should -Be 1
        }
        finally {
            Stop-LocalBedrock $long
        }
    }

    It 'writes a line for each job of the week, and no file if the listing fails' -TestCases @{ Code = $runbooks.Report } {
        (Invoke-Example $Code).Errors | Should -BeNullOrEmpty
        $file = Join-Path $TestDrive "jobs-$(Get-Date -Format yyyy-MM-dd).csv"
        $rows = @(Import-Csv $file)
        $rows.Count | Should -Be @(Get-BdrCustomizationJob -MaxAge 7d).Count
        $rows.Hours | ForEach-Object { [double]::Parse($_, [cultureinfo]::InvariantCulture) | Should -BeGreaterThan 0 }
        $written = Get-Content -Raw $file
        # The second page fails.
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'AccessDeniedException' }
        $result = Invoke-Task $Code.Replace('-MaxAge', '-PageSize 2 -MaxAge')
        $result.ExitCode | Should -Be 1
        $result.Errors | Should -BeLike '*access denied*'
        Get-Content -Raw $file | Should -BeExactly $written
    }

    It 'counts the hours by base model' -TestCases @{ Code = $runbooks.Hours } {
        $rows = (Invoke-Example $Code).Output
        ($rows | Measure-Object Jobs -Sum).Sum | Should -Be @(Get-BdrCustomizationJob -MaxAge 30d).Count
        $rows.Hours | Should -Be ($rows.Hours | Sort-Object -Descending)
    }
}

Describe 'The commands for Amazon EventBridge in about_BedrockJobs' {
    It 'match the events of jobs that have ended, as AWS documents them' -TestCases @{ Code = @($blocks | Where-Object { $_.Code -match 'aws events' })[0].Code } {
        $rule, $target = (Invoke-Example $Code).Output
        $rule[0..3] | Should -Be events, put-rule, --name, bedrock-jobs-ended
        $target | Should -Be events, put-targets, --rule, bedrock-jobs-ended, --targets, 'Id=1,Arn=arn:aws:sns:us-east-1:111122223333:bedrock-jobs'
        $pattern = $rule[5] | ConvertFrom-Json -AsHashtable
        # The names of the members in https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge-how-it-works.html
        $pattern.source | Should -Be aws.bedrock
        $pattern.'detail-type' | Should -Be 'Model Customization Job State Change'
        $pattern.detail.Keys | Should -BeExactly jobStatus
        $pattern.detail.jobStatus | Should -BeExactly Completed, Failed, Stopped
        $pattern.Count | Should -Be 3
    }
}

Describe 'A listing that failed in its midst' {
    BeforeDiscovery {
        $resumptions = @($commands.Examples) + $blocks | Where-Object { $_.Code -match 'TargetObject \|\s*Get-BdrCustomizationJob' }
    }

    AfterEach {
        Reset-LocalBedrock $service
    }

    It 'continues as the help shows: <Title>' -ForEach $resumptions {
        $filter = $Code -match '-MaxAge (\w+)' ? @{ MaxAge = $Matches[1] } : @{}
        $expected = (Get-BdrCustomizationJob @filter).JobArn
        # The second page fails three times: the SDK retries twice, and the module doesn't request the page again.
        Add-LocalBedrockFault $service @{ skip = 1; errorType = 'ThrottlingException'; count = 3; headers = @{ 'Retry-After' = '3600' } }
        $before = '$PSDefaultParameterValues["Get-BdrCustomizationJob:PageSize"] = 50'
        $result = Invoke-Example "$Code`n`$jobs.JobArn" -Before $before
        $result.Output | Where-Object { $_ -like 'arn:*' } | Should -Be $expected
        @(Get-LocalBedrockRequest $service | Where-Object status -EQ 429).Count | Should -Be 3
    }
}
