# Views: what users see.

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 40 -Options @(
        '--region', 'us-east-1,eu-west-1', '--account', '111122223333', '--account', '444455556666'
    )
    Set-LocalBedrockEnvironment $service

    # A console shows one column less than its width.
    function Get-Line {
        param([Parameter(ValueFromPipeline)] $InputObject, [int] $Console = 100, [string] $View)
        end {
            $with = if ($View) { @{ View = $View } } else { @{} }
            ($input | Format-Table @with | Out-String -Width ($Console - 1)) -split '\r?\n' | Where-Object { $_ } | ForEach-Object TrimEnd
        }
    }

    function Get-Column {
        param([string[]] $Line)
        $Line[0] -split '\s+'
    }

    # The cells of each row by column. A row without a time or, in the progress view, a status continues the one before.
    function Get-Row {
        param([string[]] $Line)
        $columns = [regex]::Matches($Line[0], '\S+')
        $row = $null
        foreach ($text in $Line | Select-Object -Skip 2) {
            $cells = [ordered]@{}
            for ($i = 0; $i -lt $columns.Count; $i++) {
                $end = $i + 1 -lt $columns.Count ? $columns[$i + 1].Index : [int]::MaxValue
                $cells[$columns[$i].Value] = -join ($text.ToCharArray() | Select-Object -Skip $columns[$i].Index -First ($end - $columns[$i].Index))
            }

            if (-not $row -or ($cells['Created'] ?? $cells[0]).Trim()) {
                if ($row) { [pscustomobject] $row }
                $row = $cells
            }
            else {
                foreach ($name in @($cells.Keys)) { $row[$name] += $cells[$name] }
            }

            foreach ($name in @($row.Keys)) { $row[$name] = $row[$name].Trim() }
        }

        [pscustomobject] $row
    }

    # The next listing returns these summaries.
    function Set-Summary {
        param([hashtable[]] $Summary)
        $summaries = foreach ($given in $Summary) {
            $whole = @{
                jobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x/$([guid]::NewGuid())"; jobName = 'train-1'
                baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k'
                status = 'InProgress'; creationTime = '2026-01-02T03:04:05Z'
            }
            foreach ($member in $given.Keys) { $whole[$member] = $given[$member] }
            $whole
        }
        Reset-LocalBedrock $service
        Add-LocalBedrockFault $service @{ status = 200; body = ConvertTo-Json @{ modelCustomizationJobSummaries = @($summaries) } -Depth 9 }
    }

    # Objects that were saved and read again: in this session, and in one without the module, which doesn't convert them.
    function Get-Deserialized {
        param([Parameter(ValueFromPipeline)] $InputObject)
        process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($InputObject)) }
    }

    function Get-Unconverted {
        param([Parameter(ValueFromPipeline)] $InputObject)
        end {
            $other = [powershell]::Create().AddScript('$input | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize($_) }')
            $other.Invoke([string[]] ($input | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_) }))
            $other.Dispose()
        }
    }

    # The output of a script in another runspace, set up like a session.
    function Invoke-Elsewhere {
        param([string] $Script, $With, [string] $LanguageMode = 'ConstrainedLanguage')
        $powershell = New-TestPowerShell $Script
        try {
            $powershell.Runspace.SessionStateProxy.SetVariable('with', $With)
            $powershell.Runspace.SessionStateProxy.LanguageMode = $LanguageMode
            $powershell.Invoke()
            $powershell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $powershell.Dispose()
        }
    }

    # PowerShell itself removes the sequences for colors and styles from output that is redirected.
    $evil = @{
        jobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x/`e[2J"; baseModelArn = "arn:aws:bedrock:us-east-1::foundation-model/`e]0;owned`a"
        jobName = "evil`e[2J`r`nname`u{E0041}"; status = "Do`e[2Jne"; customizationType = "T`tX"; customModelName = "m`u{202E}x`u{2028}y"
        statusDetails = @{ trainingDetails = @{ status = "a`e[2Jb" } }
    }
}

AfterAll {
    Stop-LocalBedrock $service
}

Describe 'The table' {
    BeforeEach {
        Reset-LocalBedrock $service
    }

    It 'has at <Console> columns all of <Columns>, whole' -TestCases @(
        @{ Console = 80; Columns = 'Name', 'Status', 'Created', 'Duration', 'Type' }
        @{ Console = 100; Columns = 'Name', 'Status', 'Created', 'Duration', 'Type', 'BaseModel' }
        @{ Console = 120; Columns = 'Name', 'Status', 'Created', 'Duration', 'Type', 'BaseModel' }
    ) {
        $jobs = Get-BdrCustomizationJob
        $lines = $jobs | Get-Line -Console $Console
        Get-Column $lines | Should -Be $Columns
        $lines.Count | Should -Be ($jobs.Count + 2)
        $lines | ForEach-Object { $_.Length | Should -BeLessThan $Console }
        for ($i = 0; $i -lt $jobs.Count; $i++) {
            # All columns except the last one, which can be truncated.
            $shown = $lines[$i + 2].Substring(0, 69)
            $shown | Should -Not -Match '…'
            $shown | Should -BeLike "$($jobs[$i].JobName) *$($jobs[$i].Status) *$($jobs[$i].CreationTime.ToString('yyyy-MM-dd HH:mm')) *"
            $shown.Substring(60, 9) | Should -Match '^ +\d+[dhm] \d+[hms]$'
            $lines[$i + 2].Substring(70) | Should -Match '^(Fine-tune|Pre-train|Distill|Reinforce|Import)( |$)'
        }
    }

    It 'distinguishes base models at 100 columns' {
        Set-Summary (
            'foundation-model/anthropic.claude-3-haiku-20240307-v1:0:48k', 'foundation-model/anthropic.claude-3-sonnet-20240229-v1:0:28k',
            'custom-model/amazon.nova-micro-v1:0:128k/abcdefghijkl' | ForEach-Object { @{ baseModelArn = "arn:aws:bedrock:us-east-1:111122223333:$_" } })
        $models = Get-BdrCustomizationJob | Get-Line | Select-Object -Skip 2 | ForEach-Object { $_.Substring(80) }
        $models | Should -BeLike '??????*'
        $models[0] | Should -BeLike 'claude-3-haiku*'
        $models[1] | Should -BeLike 'claude-3-sonnet*'
        $models[2] | Should -Be 'custom nova-micro'
    }

    It 'is as wide for the longest values that the API allows, and for those that it has yet to invent' {
        Set-Summary @{
            jobName = 'n' * 63; status = 'AwaitingApproval'; customizationType = 'TELEPATHIC_FINE_TUNING'
            baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0:200k'
        }
        $lines = Get-BdrCustomizationJob | Get-Line
        $lines.Count | Should -Be 3
        $lines[2].Length | Should -BeLessThan 100
        $lines[2] | Should -BeLike 'nnnnnnnnnn*n… AwaitingA… 2026-* TELEPATH… claude-3-haiku*'
    }

    It 'shows the properties'' own values as a list, and leaves them to scripts' {
        Set-Summary @{ customizationType = 'FINE_TUNING'; baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k'; endTime = '2026-01-02T06:16:05Z' }
        $job = Get-BdrCustomizationJob
        $job.CustomizationType | Should -BeExactly FINE_TUNING
        "$job", $job.ToString(), ('{0}' -f $job) | Should -Be train-1, train-1, train-1
        $list = $job | Format-List | Out-String -Width 200
        $list | Should -Match '(?m)^CustomizationType : FINE_TUNING\s*$'
        $list | Should -Match '(?m)^BaseModelId +: amazon.nova-micro-v1:0:128k\s*$'
        $list | Should -Match '(?m)^Duration +: 03:12:00\s*$'
        $names = @($list -split '\r?\n' | Where-Object { $_ -match '^(\w+)\s+:' } | ForEach-Object { $Matches[1] })
        $names | Sort-Object | Should -Be ($job.PSObject.Properties.Name | Sort-Object)
        $names[0..3] | Should -Be JobName, Status, StatusDetails, CustomizationType
    }

    It 'shows the first row before a later page has come' {
        Add-LocalBedrockFault $service @{ skip = 1; connection = 'stall' }
        $powershell = New-TestPowerShell 'Get-BdrCustomizationJob -PageSize 20 | Format-Table | Out-String -Stream'
        $shown = [Management.Automation.PSDataCollection[psobject]]::new()
        try {
            $null = $powershell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $shown)
            Wait-Until { $shown.Count -ge 23 } -Because 'the rows of the first page'
        }
        finally {
            $powershell.Stop()
            $powershell.Dispose()
        }
    }
}

Describe 'The table of several Regions and accounts' {
    BeforeAll {
        $profiles = Join-Path $TestDrive credentials
        Set-Content $profiles @'
[ours]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
[ours-too]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
[theirs]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
'@
    }

    It 'has at <Console> columns all of <Columns>, whole, for <With>, whichever runspace listed the jobs' -TestCases @(
        foreach ($with in '-Region us-east-1, eu-west-1', '-ProfileName ours, theirs', '-ProfileName ours, theirs -Region us-east-1, eu-west-1') {
            foreach ($console in 80, 100, 120, 160) {
                @{ With = $with; Console = $console; Columns = 'Origin', 'Status', 'Created', 'Duration', 'Type', 'Name' }
            }
        }

        foreach ($with in '-ProfileName ours, ours-too', '-ProfileName ours -Region us-east-1') {
            @{ With = $with; Console = 80; Columns = 'Name', 'Status', 'Created', 'Duration', 'Type' }
            @{ With = $with; Console = 120; Columns = 'Name', 'Status', 'Created', 'Duration', 'Type', 'BaseModel' }
        }
    ) {
        $other = New-TestPowerShell "Get-BdrCustomizationJob -ProfileLocation '$profiles' $With"
        $jobs = $other.Invoke()
        $other.Dispose()
        $lines = $jobs | Get-Line -Console $Console
        $lines | ForEach-Object { $_.Length | Should -BeLessThan $Console }
        Get-Column $lines | Should -Be $Columns
        $rows = @(Get-Row $lines)
        $rows.Count | Should -Be $jobs.Count
        for ($i = 0; $i -lt $jobs.Count; $i++) {
            # In the table without an origin, the name has 32 columns.
            $name = $jobs[$i].JobName
            $rows[$i].Name | Should -BeExactly ($name.Length -gt 32 -and $Columns[0] -eq 'Name' ? $name.Substring(0, 31) + '…' : $name)
            $rows[$i].Status | Should -BeExactly $jobs[$i].Status
            $rows[$i].Created | Should -Be $jobs[$i].CreationTime.ToString('yyyy-MM-dd HH:mm')
            $rows[$i].Duration | Should -Match '^\d+[dhm] \d+[hms]$'
            $rows[$i].Type | Should -Match '^(Fine-tune|Pre-train|Distill|Reinforce|Import)$'
            if ($Columns[0] -eq 'Origin') {
                # The account continues on the next line.
                $rows[$i].Origin | Should -BeExactly "$(if ($With -match 'Region') { $jobs[$i].Region })$(if ($With -match 'Profile') { $jobs[$i].AccountId })"
            }
        }

        $ended = $jobs | Where-Object Status -EQ Completed
        $expected = $ended | Get-Line -Console $Console
        $ended | Get-Deserialized | Get-Line -Console $Console | Should -Be $expected
        $ended | Get-Unconverted | Get-Line -Console $Console | Should -Be $expected
    }

    It 'is whole for jobs that <By> listed' -TestCases @(
        @{ By = 'ForEach-Object -Parallel'; Invoke = { 1..2 | ForEach-Object -Parallel ([scriptblock]::Create($args)) } }
        @{ By = 'Start-ThreadJob'; Invoke = { Start-ThreadJob ([scriptblock]::Create($args)) | Receive-Job -Wait } }
        @{ By = 'Start-Job'; Invoke = { Start-Job ([scriptblock]::Create($args)) | Receive-Job -Wait } }
    ) {
        $jobs = & $Invoke "Import-Module '$manifest'; Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -First 5"
        $lines = $jobs | Get-Line -Console 80
        Get-Column $lines | Should -Be Origin, Status, Created, Duration, Type, Name
        @(Get-Row $lines).Name | Should -Be $jobs.JobName
    }

    It 'shows the longest name and the longest Region whole at 80 columns' {
        $name = -join ('n-' * 31) + 'n'
        Set-Summary @{ jobName = $name; status = 'AwaitingApproval'; jobArn = 'arn:aws-iso-f:bedrock:us-isof-south-1:111122223333:model-customization-job/x/y' }
        $row = Get-Row (Get-BdrCustomizationJob | Get-Line -Console 80 -View Origin)
        $row.Name | Should -BeExactly $name
        $row.Status | Should -BeExactly AwaitingApproval
        $row.Origin | Should -BeExactly us-isof-south-1111122223333
    }

    It 'keeps the jobs what they are' {
        $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1
        $jobs | Should -BeOfType BedrockJobs.CustomizationJob
        $jobs[0].GetType().FullName | Should -Be BedrockJobs.CustomizationJob
        ($jobs | Get-Member -MemberType Property).Name | Should -Be (Get-BdrCustomizationJob | Get-Member -MemberType Property).Name
        ($jobs[0] | ConvertTo-Json) | Should -Not -Match '#'
        Get-Column ($jobs | Where-Object Status -EQ Completed | Sort-Object JobName | Get-Line) | Should -Contain Origin
        Get-Column ($jobs | Get-Line -View CustomizationJob) | Should -Not -Contain Origin
        $jobs[0] | Format-List | Out-String | Should -Match '(?m)^CustomizationType : '
    }

    It 'has them for jobs that are counted, and for any job on demand' {
        $total, $jobs = Get-BdrCustomizationJob -Region us-east-1, eu-west-1 -IncludeTotalCount
        Get-Column ($jobs | Get-Line) | Should -Contain Origin
        (Get-Row (Get-BdrCustomizationJob -First 1 | Get-Line -View Origin)).Origin | Should -Be us-east-1111122223333
    }
}

Describe 'The progress view' {
    It 'shows each part with its status and how long it took, at 80 columns' {
        $now = [datetime]::UtcNow
        function Get-Part { param($Status, $Start, $End) @{ status = $Status; creationTime = $now.AddMinutes(-$Start).ToString('o'); lastModifiedTime = $now.AddMinutes(-$End).ToString('o') } }
        Set-Summary @{ jobName = 'train-1'; statusDetails = @{ validationDetails = Get-Part Completed 100 95.5; dataProcessingDetails = Get-Part InProgress 75 75; trainingDetails = @{ status = 'NotStarted' } } },
            @{ jobName = 'train-2'; status = 'Failed'; statusDetails = @{ validationDetails = Get-Part Failed 100 40 } }
        $lines = Get-BdrCustomizationJob | Get-Line -View Progress -Console 80
        Get-Column $lines | Should -Be Validation, DataProcessing, Training, Name
        $lines[2] | Should -Match '^Completed 4m 30s +InProgress 1h 15m +NotStarted +train-1$'
        $lines[3] | Should -Match '^Failed 1h 0m +train-2$'
    }

    It 'shows a long name whole at 80 columns, of a job from here or from another session' {
        Set-Summary @{ jobName = 'n' * 63; statusDetails = @{ validationDetails = @{ status = 'InProgress' } } }
        $job = Get-BdrCustomizationJob
        foreach ($shown in $job, ($job | Get-Deserialized), ($job | Get-Unconverted)) {
            (Get-Row ($shown | Get-Line -View Progress -Console 80) | ForEach-Object Name) -join '' | Should -BeExactly ('n' * 63)
        }
    }

    It 'shows the parts of a job from another session as here' {
        $jobs = Get-BdrCustomizationJob -Status Completed
        $lines = $jobs | Get-Line -View Progress
        $jobs | Get-Deserialized | Get-Line -View Progress | Should -Be $lines
        $jobs | Get-Unconverted | Get-Line -View Progress | Should -Be $lines
    }
}

Describe 'Colour' {
    It 'is where the host can show it, and not where output is redirected or NO_COLOR is set' {
        $script = "Import-Module '$manifest'; Get-BdrCustomizationJob -Status Failed -First 1"
        # The output of the new PowerShell is redirected, because this test reads it.
        (Invoke-NewPowerShell $script) -join "`n" | Should -Match 'Failed'
        (Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'Host'; $script | Out-File '$TestDrive/host.txt'; $script > '$TestDrive/host2.txt'")
        Get-Content -Raw $TestDrive/host.txt, $TestDrive/host2.txt | Should -Not -Match '\e'
        (Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'Ansi'; $script") -join "`n" | Should -Match '\e\[31mFailed'
        (Invoke-NewPowerShell "`$PSStyle.OutputRendering = 'PlainText'; $script") -join "`n" | Should -Not -Match '\e'
        $env:NO_COLOR = '1'
        try {
            (Invoke-NewPowerShell $script) -join "`n" | Should -Not -Match '\e'
        }
        finally {
            $env:NO_COLOR = $null
        }
    }

    It 'takes no room' {
        $rendering = $PSStyle.OutputRendering
        $jobs = Get-BdrCustomizationJob
        try {
            $lines = foreach ($style in 'Ansi', 'PlainText') {
                $PSStyle.OutputRendering = $style
                , @($jobs | Select-Object -First 20 | Get-Line; $jobs | Select-Object -First 20 | Get-Line -View Progress)
            }
        }
        finally {
            $PSStyle.OutputRendering = $rendering
        }

        $lines[0] -join '' | Should -Match '\e\[3[1236]m'
        # A duration can have grown by a second in the meantime.
        $lines[0] -replace '\e\[[0-9;]*m' -replace '\d', '0' | ForEach-Object TrimEnd | Should -Be ($lines[1] -replace '\d', '0')
    }
}

Describe 'Text from the service' {
    It 'cannot control the terminal, for jobs of this and of another session' {
        $format = [xml] (Get-Content -Raw (Join-Path (Split-Path $manifest) BedrockJobs.Format.ps1xml))
        $views = @($format.Configuration.ViewDefinitions.View | Where-Object { $_.TableControl }).Name
        $views | Should -Be CustomizationJob, Origin, Progress
        Set-Summary $evil
        $job = Get-BdrCustomizationJob
        $job.JobName | Should -Be $evil.jobName -Because 'data stays as it is'
        foreach ($shown in $job, ($job | Get-Deserialized), ($job | Get-Unconverted)) {
            $text = @(
                foreach ($view in $views) { $shown | Format-Table -View $view | Out-String -Width 300 }
                $shown | Format-List | Out-String -Width 300
                $shown | Format-Wide | Out-String -Width 100
                $shown | Format-Custom | Out-String -Width 300
                foreach ($nested in $shown.StatusDetails, $shown.StatusDetails.TrainingDetails) {
                    $nested | Out-String
                    $nested | Format-List | Out-String
                }
            ) -join ''
            $text -replace '\r?\n' | Should -Not -Match '[\x00-\x1f\x7f-\x9f\u2028\u202e]|\uDB40'
            $text | Should -BeLike '*evil?`[2J??name*'
            $text | Should -BeLike '*TrainingDetails : a?`[2Jb*'
            $text | Should -BeLike '*Status : a?`[2Jb*'
        }
    }
}

Describe 'A job from another session' {
    It 'is shown as it was here' {
        $jobs = Get-BdrCustomizationJob -Status Completed
        $jobs.Count | Should -BeGreaterThan 10
        foreach ($back in ($jobs | Get-Deserialized), ($jobs | Get-Unconverted)) {
            $back | Get-Line -Console 140 | Should -Be ($jobs | Get-Line -Console 140)
            $back | Format-List | Out-String | Should -Be ($jobs | Format-List | Out-String)
        }
    }

    It 'is shown as it was here, whatever its type, model and duration' {
        Set-Summary (
            @{ customizationType = 'TELEPATHY' }, @{ customizationType = 'fine_tuning' }, @{},
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20241022-v2:0' },
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1:1:4k' },
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-image-generator-v1' },
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-english-v3:0:512' },
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl' },
            @{ baseModelArn = 'arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl' }, @{ baseModelArn = 'none' } +
            @('2026-01-02T03:04:05Z', '2026-01-02T03:04:50Z', '2026-01-02T03:09:50Z', '2026-01-02T09:09:50Z', '2026-01-05T09:09:50Z', '2029-01-05T09:09:50Z' | ForEach-Object { @{ status = 'Stopped'; endTime = $_ } }))
        $jobs = Get-BdrCustomizationJob
        $jobs.Count | Should -Be 16
        # The durations of running phases increase in the meantime.
        foreach ($back in ($jobs | Get-Deserialized), ($jobs | Get-Unconverted)) {
            ($back | Get-Line -Console 140) -replace '\d+d \d+h' | Should -Be (($jobs | Get-Line -Console 140) -replace '\d+d \d+h')
        }
    }
}

Describe 'Strict mode' {
    It 'leaves no cell blank, of a job from here or from another session' {
        $jobs = Get-BdrCustomizationJob -Status Completed
        foreach ($shown in $jobs, ($jobs | Get-Deserialized), ($jobs | Get-Unconverted)) {
            foreach ($view in 'Format-Table', 'Format-Table -View Origin', 'Format-Table -View Progress', 'Format-List', 'Format-Custom') {
                $script = "`$with | $view | Out-String -Width 200"
                Invoke-Elsewhere "Set-StrictMode -Version Latest; $script" -With $shown -LanguageMode FullLanguage |
                    Should -Be (Invoke-Elsewhere $script -With $shown -LanguageMode FullLanguage)
            }
        }
    }
}

Describe 'ConstrainedLanguage' {
    It 'shows every cell of <View>, of a job from here and from another session' -ForEach @(
        @{ View = 'Format-Table' }
        @{ View = 'Format-Table -View Origin' }
        @{ View = 'Format-Table -View Progress' }
        @{ View = 'Format-List' }
        @{ View = 'Format-Wide' }
        @{ View = 'Format-Custom' }
    ) {
        $jobs = Get-BdrCustomizationJob -Status Completed
        foreach ($shown in $jobs, ($jobs | Get-Deserialized), ($jobs | Get-Unconverted)) {
            $free = $shown | & ([scriptblock]::Create("`$input | $View")) | Out-String -Width 200
            Invoke-Elsewhere "`$with | $View | Out-String -Width 200" -With $shown | Should -Be $free
            # Some views continue a name on the next line.
            $free | Should -BeLike "*$($jobs[0].JobName.Substring(0, 15))*"
        }
    }

    It 'shows the parts of a job' {
        $details = (Get-BdrCustomizationJob -Status Completed -First 1).StatusDetails
        Invoke-Elsewhere '$with | Out-String' -With $details | Should -Match 'TrainingDetails +: Completed'
        Invoke-Elsewhere '$with | Out-String' -With $details.TrainingDetails | Should -Match 'Status +: Completed'
    }
}
